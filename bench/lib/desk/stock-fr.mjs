/**
 * French words of the news, in the order of how often they are drawn: masculine (`m`) and feminine (`f`) nouns by
 * field, then what is common to all fields. An underscore stands for a blank inside of one entry.
 */
export const fields = {
  politics: {
    m: 'gouvernement ministre parlement maire député sénateur conseil scrutin vote parti budget décret électeur candidat mandat débat amendement ministère référendum sondage cabinet remaniement préfet consensus texte_de_loi groupe_parlementaire porte-parole bulletin_de_vote chef_de_file accord_de_coalition',
    f: 'mairie loi élection réforme majorité opposition assemblée commission campagne coalition motion circonscription abstention préfecture municipalité ordonnance investiture démission alliance proposition séance législature liste_de_candidats prise_de_parole motion_de_censure voix déclaration_de_patrimoine',
  },
  economy: {
    m: 'marché emploi salaire prix groupe chantier bénéfice investissement chiffre_d’affaires actionnaire fournisseur client crédit impôt commerce atelier contrat bilan syndicat entrepôt artisan loyer patron dividende déficit capital taux_d’intérêt carnet_de_commandes point_de_vente plan_social distributeur',
    f: 'entreprise usine banque croissance dette filiale inflation production exportation vente grève embauche facture subvention taxe bourse enseigne concurrence faillite commande dépense épargne hausse_de_prix fiscalité main-d’œuvre liquidation reprise fusion chaîne_de_montage offre_de_rachat cotisation',
  },
  society: {
    m: 'logement quartier habitant locataire retraité bénévole voisin foyer couple enfant refuge mouvement collectif rassemblement dialogue accueil handicap centre_d’hébergement bailleur centre_social aidant droit témoignage sondeur rapporteur lien service_public retrait défilé repas_de_quartier',
    f: 'famille association population retraite pauvreté solidarité manifestation pétition allocation aide génération égalité discrimination violence jeunesse mobilisation marche laïcité naissance démographie précarité pension file_d’attente garde_d’enfants demande_d’asile crèche parole médiation fête_de_quartier tradition',
  },
  justice: {
    m: 'tribunal juge procès avocat procureur parquet jugement suspect accusé témoin verdict recours appel détenu magistrat délit crime dossier greffier huissier prévenu réquisitoire mandat_d’arrêt contrôle_judiciaire sursis délai_de_prescription chef_d’accusation règlement parloir juré',
    f: 'enquête police plainte justice condamnation amende peine prison audience garde_à_vue perquisition procédure preuve victime escroquerie fraude corruption détention cour_d’appel cour_d’assises mise_en_examen infraction expertise plaidoirie saisie relaxe accusation jurisprudence partie_civile défense',
  },
  world: {
    m: 'président pays traité sommet ambassadeur conflit cessez-le-feu réfugié émissaire allié embargo régime diplomate otage camp_de_réfugiés convoi visa accord_de_paix corridor_humanitaire territoire belligérant observateur protocole consulat royaume exil passage_de_frontière porte-avions casque_bleu bombardement',
    f: 'frontière guerre négociation armée ambassade sanction paix crise diplomatie délégation offensive résolution trêve mission monarchie rébellion puissance médiatrice escalade évacuation dissidence zone_tampon ligne_de_front capitale annexion souveraineté transition ingérence intervention organisation_internationale',
  },
  sport: {
    m: 'match club joueur entraîneur championnat stade but tournoi titre supporter arbitre transfert défenseur gardien attaquant vestiaire podium record marathon cycliste sprint maillot adversaire quart_de_finale classement capitaine essai coureur penalty carton_jaune',
    f: 'équipe saison victoire défaite finale médaille coupe rencontre course blessure sélection ligue fédération qualification étape piste natation demi-finale escrime voile arrière-garde gymnaste phase_de_groupes mi-temps prolongation feuille_de_match remontée licence compétition tribune',
  },
  culture: {
    m: 'film livre musée festival roman théâtre spectacle concert artiste écrivain réalisateur album tableau acteur public orchestre décor scénario peintre éditeur prix_littéraire documentaire ballet sculpteur conservateur patrimoine vernissage manuscrit opéra feuilleton',
    f: 'exposition scène pièce musique œuvre galerie bibliothèque comédie collection chanson librairie danse tournée création mise_en_scène répétition fresque actrice photographie architecture biennale lecture restauration salle_de_cinéma rétrospective bande_dessinée chorale affiche résidence_d’artiste programmation',
  },
  science: {
    m: 'chercheur laboratoire satellite télescope logiciel algorithme robot brevet capteur télescopage ordinateur réacteur fossile génome microscope noyau lancement lanceur astronaute prototype institut calcul serveur protocole_d’essai résultat rayonnement gisement chiffrement archéologue physicien',
    f: 'recherche étude découverte technologie expérience planète donnée fusée mission_spatiale hypothèse cellule espèce molécule intelligence_artificielle application mesure publication revue énergie comète orbite batterie puce fouille observation galaxie simulation imprimante cybersécurité plateforme',
  },
  health: {
    m: 'hôpital médecin patient malade traitement vaccin virus soin infirmier symptôme médicament essai_clinique cancer pharmacien dépistage chirurgien service_d’urgence généraliste régime_alimentaire diagnostic bloc_opératoire rein cœur anticorps arrêt_de_travail lit remboursement confinement désert_médical bilan_sanguin',
    f: 'santé maladie clinique épidémie urgence vaccination consultation greffe pharmacie ordonnance_médicale prévention contamination grippe opération maternité mutuelle thérapie infection pénurie psychiatrie dose canicule_sanitaire prescription ambulance obésité radiographie addiction allergie guérison fin_de_vie',
  },
  environment: {
    m: 'climat incendie fleuve déchet barrage littoral agriculteur réchauffement parc_naturel panneau_solaire loup pesticide recyclage orage vent glacier marais sol oiseau poisson arbre écosystème rejet_polluant courant puits stockage parc_éolien braconnage nuage récif',
    f: 'forêt eau sécheresse inondation pollution rivière tempête température biodiversité pluie côte émission_de_carbone canicule nappe_phréatique récolte énergie_renouvelable éolienne chasse pêche réserve plage neige faune crue déforestation transition_écologique haie tourbière vigilance_orange montagne',
  },
  education: {
    m: 'élève professeur lycée collège étudiant enseignant examen rectorat diplôme baccalauréat concours programme apprentissage proviseur internat campus doctorant établissement redoublement cours cartable doyen tuteur stage manuel_scolaire bizutage surveillant conseil_de_classe soutien_scolaire amphithéâtre',
    f: 'école université classe rentrée formation académie cantine bourse_d’étude inscription orientation leçon moyenne faculté thèse pédagogie maternelle évaluation note direction_d’école carte_scolaire salle_de_classe langue_vivante réussite scolarité alternance copie dictée récréation épreuve équivalence',
  },
  transport: {
    m: 'train avion aéroport bus tramway métro navire trafic port vol voyageur conducteur tunnel rail péage pont camion vélo carrefour embouteillage billet canal pilote passager carburant quai ferry hélicoptère stationnement covoiturage',
    f: 'gare ligne route autoroute voiture rame circulation compagnie_aérienne voie piste_cyclable station liaison cargaison correspondance locomotive trottinette limitation_de_vitesse rocade borne_de_recharge desserte écluse navette panne bretelle passerelle déviation zone_à_faibles_émissions escale cabine billetterie',
  },
  incidents: {
    m: 'accident pompier gendarme blessé secours conducteur_ivre feu séisme effondrement cambriolage corps drame policier périmètre vol_à_main_armée sauvetage enlèvement naufrage témoin_oculaire disparu glissement_de_terrain braquage coup_de_feu choc brancard plongeur carambolage sinistre automobiliste noyé',
    f: 'collision explosion disparition fuite alerte agression noyade évasion arme brigade patrouille chute détonation fusillade ambulancière caserne gendarmerie balle intoxication avalanche fumée sirène lance_à_incendie interpellation plaque_d’immatriculation coulée_de_boue victime_indirecte scène_de_crime minute_de_silence bagarre',
  },
  regions: {
    m: 'village canton département marché_couvert clocher maraîcher vigneron château office_de_tourisme vignoble camping conseil_municipal éleveur troupeau centre-ville parking jardin marché_de_noël lac hameau lotissement moulin bourg cimetière kiosque potager square lavoir plan_d’eau bistrot',
    f: 'région commune place rue campagne_électorale_locale ferme intercommunalité salle_des_fêtes foire fontaine halle cave vendange chapelle brocante déchetterie ruelle zone_commerciale friche mairie_annexe promenade vallée colline boulangerie randonnée auberge fanfare zone_humide rénovation métairie',
  },
};

export const nouns = {
  m: 'projet plan accord problème rapport travail jour mois moment groupe_de_travail risque objectif responsable dossier_de_presse chiffre service nombre besoin choix niveau effort avis changement exemple message début ensemble retard sens cas point rôle calendrier délai bout coût manque soutien retour lieu site terrain centre bâtiment réseau système modèle outil moyen effet impact contrôle signal départ geste bruit silence lendemain week-end matin espoir constat refus échec succès sujet doute motif cadre cadeau panneau tableau_de_bord bureau secteur domaine milieu monde public_concerné interlocuteur partenaire représentant directeur',
  f: 'décision question situation mesure_d’urgence réponse réunion année semaine journée demande annonce date partie fin suite raison idée étape_suivante convention qualité solution période rencontre_publique visite ouverture fermeture construction baisse hausse évolution gestion politique sécurité protection somme part moitié liste lettre ville maison équipe_dirigeante conférence_de_presse enveloppe charte consultation_publique démarche occasion priorité condition limite règle norme procédure_interne inquiétude colère confiance attente absence présence rupture difficulté conséquence cause perspective stratégie initiative offre fonction autorité nuit porte clé copie_du_rapport',
};

/** Verbs of the first group, which all take an object. */
export const verbs =
  'annoncer présenter demander préparer adopter lancer dénoncer rejeter critiquer organiser examiner commencer confirmer proposer financer accepter refuser renforcer limiter modifier étudier réclamer défendre aborder abandonner accélérer accompagner accorder accueillir accuser achever actualiser adapter aggraver aider alimenter alerter améliorer aménager analyser animer annuler appeler appliquer apporter approuver arrêter assurer attaquer attribuer augmenter autoriser avancer bloquer bouleverser calculer célébrer chiffrer cibler clarifier compenser compléter compliquer concerner condamner confier consacrer conserver considérer consolider constater consulter contester contourner contrôler convoquer corriger coordonner créer débloquer déclarer déclencher décrocher dégager déposer dépasser déplacer désigner dessiner détailler développer dévoiler dicter différer diriger discuter dissiper distribuer diviser dominer doubler écarter échanger éclairer écouter élaborer éliminer emprunter encadrer encourager engager enregistrer entamer entraîner envisager épargner éprouver estimer établir évacuer évaluer éviter évoquer exiger expliquer explorer exposer faciliter favoriser fêter fixer fonder former fournir fragiliser franchir freiner fréquenter garder gagner geler gérer habiter honorer identifier ignorer imaginer imposer inaugurer indiquer informer inquiéter installer inspecter instaurer interdire intégrer interroger inviter isoler justifier laisser libérer lier livrer louer maintenir manifester manquer marquer menacer mener mesurer minimiser mobiliser moderniser montrer motiver négliger négocier nommer noter nuancer observer occuper officialiser opposer orienter oublier partager participer payer pénaliser perturber peser piloter placer plaider porter poser posséder poursuivre pousser préciser préconiser précipiter préserver prévoir privilégier prolonger prononcer protéger prouver provoquer publier qualifier quitter raconter ramener rappeler rapporter rassembler rassurer ratifier récolter recommander reconsidérer récupérer redouter réduire réfuter regagner regarder regretter rejoindre relancer relever relier remarquer remplacer remporter rencontrer rénover repérer reporter reprocher représenter réserver résumer retarder retirer retrouver révéler saluer sanctionner sauver sécuriser signaler signer simplifier solliciter soulager souligner soupçonner suggérer supprimer surveiller suspecter témoigner tester tolérer toucher tracer traiter transformer transporter traverser trouver utiliser valider valoriser vérifier verser viser visiter voter';

export const adjectives =
  'national local public nouveau municipal régional important européen social économique politique grand international récent principal financier départemental judiciaire sanitaire culturel scolaire industriel agricole commercial technique historique sportif climatique environnemental militaire diplomatique médical scientifique numérique provisoire définitif exceptionnel officiel privé voisin ancien long urgent nécessaire difficile possible probable inattendu prévu annuel mensuel hebdomadaire quotidien actuel futur rapide lent progressif partiel total massif modeste considérable significatif insuffisant inédit controversé contesté attendu redouté ambitieux prudent rigoureux strict souple clair opaque transparent indépendant conjoint unanime majoritaire minoritaire central rural urbain côtier portuaire maritime fluvial ferroviaire routier aérien nucléaire solaire électrique mécanique chimique biologique génétique statistique juridique pénal civil fiscal budgétaire monétaire bancaire patronal syndical salarié étudiant universitaire associatif familial individuel collectif citoyen populaire démocratique républicain libéral écologiste radical modéré extrême violent pacifique tragique grave léger mortel blessant dangereux fragile vulnérable solide durable temporaire permanent occasionnel fréquent rare unique multiple double triple moyen supérieur inférieur extérieur intérieur nordique méridional occidental oriental atlantique méditerranéen alpin montagnard forestier viticole artisanal gastronomique touristique patrimonial musical littéraire théâtral cinématographique photographique médiatique télévisé imprimé virtuel informatique automatique autonome intelligent expérimental théorique pratique concret abstrait précis vague exact approximatif faux vrai fiable suspect anonyme célèbre inconnu étranger frontalier migratoire humanitaire alimentaire hospitalier psychologique chronique aigu contagieux préventif thérapeutique clinique chirurgical maternel paternel infantile adolescent adulte âgé jeune moderne contemporain médiéval antique ouvert fermé vide plein chaud froid humide sec pluvieux orageux ensoleillé printanier estival automnal hivernal nocturne matinal tardif précoce traditionnel';

export const adverbs =
  'également notamment déjà encore toujours souvent désormais finalement largement rapidement officiellement récemment fortement légèrement clairement directement simplement probablement rarement parfois presque vivement unanimement progressivement définitivement provisoirement discrètement publiquement longuement sévèrement prudemment fermement nettement partiellement totalement collectivement localement ensuite enfin aussitôt bientôt autrefois jadis ailleurs surtout seulement pourtant néanmoins volontairement brusquement soigneusement étonnamment massivement brièvement formellement implicitement explicitement régulièrement';

export const times =
  'lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd’hui jeudi_soir mardi_matin lundi_après-midi vendredi_matin la_semaine_dernière le_mois_dernier l’an_dernier dans_la_soirée dans_la_nuit en_début_de_semaine à_la_mi-journée avant_l’été après_les_vacances depuis_la_rentrée ces_derniers_mois au_printemps à_l’automne en_fin_d’année dès_l’aube en_milieu_de_journée ce_week-end il_y_a_deux_ans au_lendemain_du_vote depuis_plusieurs_semaines à_l’issue_de_la_réunion pendant_l’hiver à_la_veille_du_départ';

export const connectors =
  'De_plus, En_revanche, Pour_l’heure, Selon_nos_informations, Dans_l’immédiat, À_terme, Sur_place, Au_total, De_son_côté, Par_ailleurs, En_effet, Pour_autant, Dans_les_faits, Sans_surprise, Reste_que Dans_ce_contexte, À_ce_stade, Concrètement, Contre_toute_attente, En_coulisses, Dans_un_premier_temps, D’ici_là, Malgré_tout, Une_fois_de_plus, Autre_point_sensible_:';

export const roles = {
  m: 'maire préfet directeur président porte-parole avocat médecin professeur chercheur entraîneur délégué_syndical adjoint_au_maire ingénieur économiste conseiller agriculteur commerçant historien procureur commandant chef_de_projet secrétaire_général trésorier architecte urbaniste climatologue',
  f: 'maire préfète directrice présidente porte-parole avocate médecin professeure chercheuse entraîneuse déléguée_syndicale adjointe_au_maire ingénieure économiste conseillère agricultrice commerçante historienne procureure commandante cheffe_de_projet secrétaire_générale trésorière architecte urbaniste climatologue',
};

export const firstNames = {
  m: 'Antoine Bruno Cédric Damien Éric Fabien Gilles Hugo Julien Karim Laurent Mathieu Nicolas Olivier Pascal Quentin Rémi Samuel Thierry Vincent Yann Adrien Benoît Christophe Didier Étienne Franck Guillaume Jérôme Kévin Loïc Marc Noël Patrick Raphaël Sébastien Thomas Youssef Mamadou Idriss',
  f: 'Anne Brigitte Claire Delphine Élise Fanny Gaëlle Hélène Inès Jeanne Karine Laure Marion Nadia Odile Pauline Roxane Sophie Théa Valérie Yasmine Agnès Béatrice Camille Diane Estelle Florence Hortense Isabelle Julie Leïla Mélanie Noémie Pascale Rachida Sandrine Awa Aminata Victoire Zoé',
};

/** What an organisation is called in front of its own name. */
export const bodies = {
  m: 'syndicat_mixte groupe collectif institut conseil_de_quartier comité_de_défense réseau laboratoire fonds club centre_hospitalier port_autonome',
  f: 'association société fondation fédération coopérative mairie chambre_de_commerce université banque compagnie agence mutuelle',
};

export const units =
  'habitants salariés logements élèves emplois visiteurs voyageurs tonnes kilomètres hectares lits véhicules dossiers foyers adhérents billets mètres repas signatures arbres';

export const sentences = [
  '{np} {de:org} a {pp} {np} {when}.',
  '{np} a {pp} {np} {adv}, selon {person}, {role}.',
  '{connector} {np} n’a pas {pp} {np}.',
  '{person}, {role} {de:org}, a {pp} {np} {when}.',
  'À {town}, {npl} ont {pp} {np} {when}.',
  '{connector} {npl} {de:town} ont {adv} {pp} {npl}.',
  '« {clause} », a déclaré {person}.@quote',
  '« {clause}, {clause} », affirme {person}, {role} {de:org}.@quote',
  '« {clause} », a-t-on appris auprès {de:np}.@quote',
  'Selon {org}, {number} {unit} sont concernés, soit {percent} {de:npl}.',
  'Le coût est évalué à {money}, dont {percent} à la charge {de:np}.',
  '{np} doit {inf} {np} d’ici au {date}.',
  '{np} et {np} seront au centre {de:np}, qui doit {inf} {npl} à {town}.',
  'Il s’agit {de:np} {adv} {de:npl} : {clause}.',
  'Depuis le {date}, {npl} de la région ont {pp} {anp}.',
  '{connector} c’est {np} qui a {pp} {npl} et {pp} {np}.',
  'Pour {person}, {np} est un {mnoun} {madj} qui a {pp} {npl}.',
  'En {duration}, {np} a {pp} {number} {unit}.',
  'Plus de {number} {unit} ont été recensés à {town}, où {np} a {pp} {np}.',
  '{np} n’est pas {de:np} mais {de:np}, estime {org}.',
  'Les {unit} {de:town} attendent {np} depuis {duration}.',
  '{npl} ont {pp} {np} au cours {de:np}, mais {np} reste à {inf}.',
  '{person} a {pp} {np} avant {de:inf} {npl} : « {clause} ».@quote',
  'Dans {np}, {person}, {role}, rappelle que {np} a {pp} {np}.',
  'La décision {de:org} sera rendue le {date} à {town}.',
  '{org} et {org} ont signé {when} un accord sur {np}.',
  'Il y a {duration}, {np} avait {pp} {npl} avec {np}.',
  'Les travaux, qui ont commencé {when}, coûteront {money} et dureront {duration}.',
  'Une hausse de {percent} est attendue, d’après {np} {de:org}.',
  'À {town} comme à {town}, {np} divise : {clause}.',
  '{connector} {person} refuse {de:inf} {np} et veut {inf} {npl}.',
  'Ni {np} ni {np} n’ont {pp} {np}, regrette {person}.',
  'Au moins {number} {unit} ont été touchés par {np}.',
  '{person} et {person} se sont rendus à {town} pour {inf} {np}.',
  'Cela représente {money} pour {npl}, et {money} pour {np}.',
  'En cas de {noun}, {np} pourra {inf} {np} sans {inf} {npl}.',
  'Avec {number} {unit}, {town} est la première ville à {inf} {np}.',
  'Sur les {number} {unit} inscrits, {percent} ont répondu {anp}.',
  'Rien n’indique que {np} a {pp} {np}, a précisé {org} dans un communiqué.',
  'C’est au tour {de:np} {de:inf} {np} : le vote aura lieu le {date}.',
  '{org} n’a pas répondu à nos questions sur {npl}.',
];

/** What stands inside of quotations. */
export const clauses = [
  'nous avons {pp} {np}',
  'il faut {inf} {npl} et {inf} {np}',
  'je ne veux pas {inf} {np}',
  'on ne peut pas {inf} {npl} sans {np}',
  '{np} est une question de temps',
  'personne n’a {pp} {np}',
  'c’est {np} qui compte pour {npl}',
  'nous allons {inf} {np} avec {npl}',
  '{npl} ont {pp} {np}',
  'il n’y a pas {de:npl} ici',
  'je l’ai dit {anp} : {np} a {pp} {np}',
  'le plus dur est {de:inf} {npl}',
];

export const headlines = [
  '{np} {de:town} a {pp} {np}',
  'À {town}, {npl} veulent {inf} {np}',
  '{town} : {np} sous pression',
  '{np} : {person} dénonce {np}',
  '{org} va {inf} {number} {unit}',
  'Pourquoi {np} inquiète {npl}',
  '{money} pour {inf} {np}',
  '{npl} : ce que {np} a {pp}',
  'Comment {town} a {pp} {npl}',
  '{person} quitte {np}',
];
