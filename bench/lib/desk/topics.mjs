/** Tags of topics: `fr|en|IPTC code`; what is indented belongs under the one above. */
export const topics = `Arts et culture|Arts and culture|01000000
 Cinéma|Cinema
 Littérature|Literature
 Musique classique|Classical music
 Chanson|Popular song
 Théâtre|Theatre
 Musées|Museums
 Patrimoine|Heritage
 Festivals|Festivals
 Bande dessinée|Comics
Criminalité et justice|Crime and justice|02000000
 Cour d’assises|Crown court
 Corruption|Corruption
 Escroqueries|Fraud
 Prisons|Prisons
 Police municipale|Local police
 Droit pénal|Criminal law
Catastrophes et accidents|Disasters and accidents|03000000
 Incendies|Fires
 Inondations|Floods
 Séismes|Earthquakes
 Accidents de la route|Road accidents
 Secours en mer|Sea rescue
Économie et finances|Economy and finance|04000000
 Emploi industriel|Industrial jobs
 Inflation|Inflation
 Commerce de proximité|Local shops
 Grande distribution|Supermarkets
 Banques|Banks
 Immobilier|Property
 Impôts locaux|Local taxes
 Budget de l’État|State budget
 Start-up|Start-ups
 Agriculture|Farming
 Pêche|Fisheries
 Tourisme|Tourism
 Énergie|Energy
Éducation|Education|05000000
 Université|Universities
 Lycées|Secondary schools
 Écoles primaires|Primary schools
 Apprentissage|Apprenticeships
 Cantines|School meals
Environnement|Environment|06000000
 Biodiversité|Biodiversity
 Eau potable|Drinking water
 Climat|Climate
 Déchets|Waste
 Pesticides|Pesticides
 Forêts|Forests
 Littoral|Coastline
 Pollution de l’air|Air pollution
Santé|Health|07000000
 Hôpitaux|Hospitals
 Déserts médicaux|Medical deserts
 Vaccination|Vaccination
 Santé mentale|Mental health
 Urgences|Emergency care
 Maternité|Maternity
Gens|People|08000000
 Portraits|Profiles
 Nécrologies|Obituaries
Travail|Labour|09000000
 Grèves|Strikes
 Retraites|Pensions
 Salaires|Wages
 Conditions de travail|Working conditions
Vie quotidienne et loisirs|Lifestyle and leisure|10000000
 Cuisine|Food
 Randonnée|Walking
 Jardins|Gardens
 Mode|Fashion
 Marchés|Markets
Politique|Politics|11000000
 Élections municipales|Local elections
 Élections législatives|General elections
 Vie parlementaire|Parliament
 Partis|Parties
 Intercommunalités|Joint councils
 Collectivités|Local government
 Politique étrangère|Foreign policy
Religions|Religion|12000000
 Laïcité|Secularism
Sciences et techniques|Science and technology|13000000
 Espace|Space
 Intelligence artificielle|Artificial intelligence
 Archéologie|Archaeology
 Cybersécurité|Cybersecurity
 Médecine|Medicine
Société|Society|14000000
 Logement social|Social housing
 Pauvreté|Poverty
 Vieillissement|Ageing
 Immigration|Immigration
 Égalité|Equality
 Vie associative|Voluntary groups
 Démographie|Population
 Handicap|Disability
 Jeunesse|Youth
Sport|Sport|15000000
 Football|Football
 Rugby|Rugby
 Cyclisme|Cycling
 Athlétisme|Athletics
 Natation|Swimming
 Voile|Sailing
 Handball|Handball
 Sport amateur|Grassroots sport
Conflits et paix|Conflict and peace|16000000
 Négociations de paix|Peace talks
 Réfugiés|Refugees
 Armement|Arms
Météo|Weather|17000000
 Canicule|Heatwave
 Tempêtes|Storms
 Sécheresse|Drought
 Neige|Snow
Transports|Transport
 Trains régionaux|Regional trains
 Vélo|Cycling routes
 Aéroports|Airports
 Ports|Ports
 Stationnement|Parking
 Tramway|Trams
 Autoroutes|Motorways
Urbanisme|Town planning
 Friches|Brownfields
 Espaces verts|Green spaces
 Grands chantiers|Major works
Médias|Media
 Fausses nouvelles|False news
 Presse locale|Local press
Vie locale|Local life
 Conseils de quartier|Neighbourhood councils
 Cimetières|Cemeteries
 Fêtes de village|Village fairs
 Jumelages|Town twinning
 Histoire locale|Local history
Europe|Europe
 Fonds européens|European funds
 Frontières|Borders
Numérique|Digital life
 Téléphonie|Phone networks
 Services publics en ligne|Online public services`;
