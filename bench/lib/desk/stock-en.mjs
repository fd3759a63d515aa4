/** English words of the news, in the order of how often they are drawn. An underscore stands for a blank. */
export const fields = {
  politics:
    'government minister parliament mayor senator council vote party budget election law candidate mandate debate amendment ministry referendum poll cabinet reshuffle majority opposition committee campaign coalition motion constituency turnout manifesto whip backbencher by-election bill ballot reform resignation alliance proposal inauguration chamber speaker lobbyist donor spokesman veto caucus ward electorate swing_voter policy_paper confidence_vote leadership_contest',
  economy:
    'market job wage price group company factory bank profit investment shareholder supplier customer loan tax retailer workshop contract trade_union warehouse tenant owner dividend deficit interest_rate order_book subsidiary inflation export import sale strike layoff invoice subsidy stock brand competitor bankruptcy order saving price_rise payroll takeover merger assembly_line pension_fund bond currency start-up spending_cut output revenue forecast',
  society:
    'home neighbourhood resident tenant_group pensioner volunteer neighbour household couple child shelter movement crowd rally carer landlord family charity population poverty protest petition allowance benefit generation equality discrimination young_person demonstration birth_rate care_home queue nursery asylum_seeker food_bank community_centre street_party tradition social_worker waiting_list housing_estate pension loneliness rent grandparent donation helpline curfew census faith_group club inequality',
  justice:
    'court judge trial lawyer prosecutor verdict suspect defendant witness appeal prisoner magistrate offence crime case clerk bailiff hearing sentence fine inquiry police complaint prison arrest_warrant search piece_of_evidence victim fraud bribe custody jury indictment testimony bail conviction acquittal plea lawsuit settlement legal_aid detective fingerprint parole probation injunction statute cross-examination ruling charge tribunal barrister coroner inquest',
  world:
    'president country treaty summit ambassador conflict ceasefire refugee envoy ally embargo regime diplomat hostage camp convoy visa peace_deal aid_corridor territory observer protocol consulate kingdom exile border_crossing border war negotiation army embassy sanction crisis delegation offensive resolution truce mission monarchy rebel mediator evacuation front_line capital annexation sovereignty intervention peacekeeper drone missile militia warship tariff_dispute',
  sport:
    'match club player coach league stadium goal tournament title fan referee transfer defender goalkeeper striker dressing_room podium record marathon cyclist sprint jersey opponent quarter-final table captain try runner penalty team season win defeat final medal cup race injury squad federation qualifier stage track swimmer semi-final fencer gymnast half-time extra_time relegation promotion licence stand fixture pitch innings wicket umpire',
  culture:
    'film book museum festival novel theatre show concert artist writer director album painting actor audience orchestra set screenplay painter publisher literary_prize documentary ballet sculptor curator heritage opening_night manuscript opera serial exhibition scene play song gallery library comedy collection bookshop dance tour premiere rehearsal mural actress photograph biennial retrospective comic_book choir poster poem poet sequel reviewer',
  science:
    'researcher laboratory satellite telescope software algorithm robot patent sensor computer reactor fossil genome microscope launch rocket astronaut prototype institute server trial_protocol finding radiation deposit encryption archaeologist physicist study discovery technology experiment planet data_set space_mission hypothesis cell species molecule application measurement journal comet orbit battery chip dig galaxy simulation printer platform antenna isotope particle neuron quantum_computer',
  health:
    'hospital doctor patient treatment vaccine virus nurse symptom drug clinical_trial cancer pharmacist screening surgeon emergency_ward diet diagnosis operating_theatre kidney heart antibody sick_note bed lockdown blood_test disease clinic epidemic appointment transplant pharmacy prescription infection flu operation maternity_ward insurer therapy shortage dose ambulance allergy scan addiction recovery midwife dentist care_plan outbreak paramedic hygiene wellbeing hospice side_effect',
  environment:
    'climate wildfire river landfill dam coastline farmer warming national_park solar_panel wolf pesticide recycling storm wind glacier wetland soil bird fish tree ecosystem discharge current well storage wind_farm poacher cloud reef forest drought flood pollution temperature biodiversity rain coast carbon_emission heatwave aquifer harvest renewable turbine hunt fishery reservoir beach snow hedge peatland mountain seal otter habitat footprint oak',
  education:
    'pupil teacher school college student exam degree diploma programme apprenticeship headteacher boarding_school campus doctorate dean tutor placement textbook supervisor class term university academy canteen grant enrolment lesson average faculty thesis kindergarten assessment grade catchment_area classroom foreign_language attendance dictation playground test scholarship lecturer lecture syllabus essay seminar timetable detention uniform graduate curriculum phonics truancy',
  transport:
    'train plane airport bus tram metro ship port flight traveller driver tunnel rail toll bridge lorry bike junction traffic_jam ticket canal pilot passenger fuel platform ferry helicopter parking station line road motorway car airline runway cycle_lane link cargo connection locomotive scooter speed_limit ring_road charging_point stop lock shuttle breakdown footbridge detour cabin ticket_office timetable_change freight pavement roundabout gantry signal_failure berth',
  incidents:
    'accident firefighter officer casualty rescue fire earthquake collapse burglary body tragedy armed_robbery kidnapping shipwreck eyewitness missing_person landslide gunshot impact stretcher diver pile-up blaze motorist collision explosion leak alert assault drowning escape weapon brigade patrol fall shooting barracks bullet avalanche smoke siren hose number_plate mudslide crime_scene brawl cordon manhunt stabbing hit-and-run hoax lifeboat sniffer_dog ransom',
  regions:
    'village county high_street market_square church_tower gardener winegrower castle tourist_office vineyard campsite parish_council breeder herd town_centre car_park garden christmas_market lake hamlet mill cemetery kiosk park wash-house pub region town farm village_hall fair fountain covered_market cellar chapel flea_market recycling_centre alley brownfield valley hill bakery walk inn brass_band renovation cottage lighthouse harbour_wall greenbelt allotment footpath bandstand ford quarry meadow',
};

export const nouns =
  'plan project agreement problem report work day month moment working_group risk target figure service number need choice level effort opinion change example message beginning sense point role calendar delay end cost lack support return place site building network system model tool way effect check signal departure gesture noise silence weekend morning hope refusal failure success subject doubt reason framework sign area centre partner representative decision question situation emergency_measure answer meeting year week demand announcement date part idea next_step quality solution period visit closure construction fall rise policy safety sum half list letter city management conference envelope charter consultation step opportunity priority condition limit rule standard concern anger trust wait absence presence breakdown_in_talks difficulty consequence cause prospect strategy initiative offer authority night door key copy view claim review deal talk issue matter line_of_work leader member official source';

/** Regular verbs, which all take an object. */
export const verbs =
  'announce present request prepare adopt launch denounce reject criticise organise examine confirm propose finance accept refuse reinforce limit change study demand defend abandon accelerate accompany grant welcome accuse finish update adapt aggravate help feed alert improve convert analyse host call cancel apply deliver approve ensure attack allocate raise authorise advance block disrupt calculate celebrate target clarify complete complicate concern condemn entrust devote preserve consider consolidate note consult contest bypass control summon correct coordinate create unlock declare trigger clear move exceed designate design detail develop unveil dictate delay direct discuss dismiss distribute divide dominate double push_aside exchange light_up hear_about devise eliminate borrow supervise encourage engage record start train envisage spare test estimate establish evacuate assess avoid evoke require explain explore expose ease favour honour fix found form supply weaken cross slow visit retain earn fine-tune manage inhabit identify ignore imagine impose inaugurate indicate inform worry install inspect introduce ban integrate question invite isolate justify release link rent maintain miss mark threaten measure minimise mobilise modernise show motivate neglect negotiate appoint nuance observe occupy oppose guide share pay penalise disturb steer place plead carry pose possess pursue push specify recommend precipitate protect plan favour_over extend pronounce prove provoke publish qualify reduce refute regret join revive connect remark replace win meet_with renovate locate postpone blame represent reserve summarise rediscover reveal salute sanction save secure report sign simplify solicit relieve underline suspect suggest abolish monitor tolerate touch trace treat transform transport validate promote check pour aim_at uphold scrap overhaul outline endorse resume restore review challenge ratify veto handle shelve cap trim fund expand back hail deny';

export const adjectives =
  'national local public new municipal regional important european social economic political large international recent main financial legal sanitary cultural industrial agricultural commercial technical historic sporting climatic environmental military diplomatic medical scientific digital temporary final exceptional official private neighbouring former long urgent necessary difficult possible likely unexpected planned annual monthly weekly daily current future rapid slow gradual partial total massive modest considerable significant insufficient unprecedented controversial disputed long-awaited feared ambitious careful rigorous strict flexible clear opaque transparent independent joint unanimous central rural urban coastal maritime aerial nuclear solar electric mechanical chemical biological genetic statistical criminal civil fiscal monetary collective individual democratic liberal radical moderate extreme violent peaceful tragic serious slight deadly dangerous fragile vulnerable solid lasting permanent occasional frequent rare unique multiple double average upper lower outer inner northern southern eastern western atlantic alpine wooded traditional gastronomic musical literary theatrical printed virtual automatic autonomous intelligent experimental theoretical practical concrete abstract precise vague exact approximate false true reliable suspicious anonymous famous unknown foreign migratory humanitarian psychological chronic acute contagious preventive therapeutic clinical surgical maternal young adult elderly modern contemporary medieval ancient open closed empty full hot cold damp dry rainy stormy sunny wintry nocturnal early late bold bitter cheap expensive crowded quiet noisy narrow broad deep shallow steep sharp blunt fresh stale proud humble generous';

export const adverbs =
  'also notably already still always often now finally largely rapidly officially recently strongly slightly clearly directly simply probably rarely sometimes almost sharply unanimously gradually definitively provisionally discreetly publicly severely cautiously firmly partly totally collectively locally then soon formerly elsewhere especially only however nevertheless voluntarily suddenly carefully surprisingly massively briefly formally implicitly explicitly regularly quietly openly eventually reluctantly';

export const times =
  'on_Monday on_Tuesday on_Wednesday on_Thursday on_Friday on_Saturday on_Sunday yesterday today on_Thursday_evening on_Tuesday_morning on_Monday_afternoon last_week last_month last_year in_the_evening overnight early_in_the_week at_midday before_the_summer after_the_holidays since_the_start_of_term in_recent_months in_the_spring in_the_autumn at_the_end_of_the_year at_dawn this_weekend two_years_ago the_day_after_the_vote for_several_weeks after_the_meeting during_the_winter on_the_eve_of_departure';

export const connectors =
  'Moreover, By_contrast, For_now, According_to_our_information, In_the_short_term, In_the_long_run, On_the_ground, In_total, For_his_part, In_addition, Indeed, Even_so, In_practice, Unsurprisingly, In_this_context, At_this_stage, In_concrete_terms, Against_all_expectations, Behind_the_scenes, At_first, Until_then, In_spite_of_everything, Once_again, Meanwhile, Elsewhere,';

export const roles =
  'mayor prefect director president spokesperson lawyer doctor professor researcher coach union_delegate deputy_mayor engineer economist adviser farmer shopkeeper historian prosecutor commander project_manager general_secretary treasurer architect town_planner climatologist chief_executive chair superintendent headteacher councillor analyst curator conductor';

export const firstNames =
  'Adam Alice Amelia Andrew Anna Arthur Beatrice Ben Catherine Charles Charlotte Daniel David Diana Edward Eleanor Emily Emma Ethan Fiona Frances George Grace Hannah Harriet Henry Isaac Jack James Jane Joan John Joseph Kate Kiran Laura Leo Liam Lucy Margaret Martin Mary Matthew Michael Molly Nadia Nina Oliver Oscar Owen Patrick Peter Priya Rachel Rebecca Robert Rose Ruth Samir Sarah Simon Sophie Stephen Susan Tariq Thomas Victor Violet Walter William';

/** What an organisation is called behind its own name. */
export const bodies =
  'Group Institute Collective Council Committee Network Laboratory Fund Club Hospital_Trust Port_Authority Association Foundation Federation Cooperative Chamber_of_Commerce University Bank Company Agency Society';

export const units =
  'residents workers homes pupils jobs visitors travellers tonnes kilometres hectares beds vehicles cases households members tickets metres meals signatures trees';

export const sentences = [
  '{np} of {org} {ed} {np} {when}.',
  '{np} has {adv} {ed} {np}, according to {person}, {role}.',
  '{connector} {np} has not {ed} {np}.',
  '{person}, {role} of {org}, {ed} {np} {when}.',
  'In {town}, {npl} {ed} {np} {when}.',
  '{connector} {npl} in {town} have {adv} {ed} {npl}.',
  '“{clause},” said {person}.@quote',
  '“{clause}, and {clause},” said {person}, {role} of {org}.@quote',
  '“{clause},” a spokesperson for {np} said.@quote',
  'According to {org}, {number} {unit} are affected, or {percent} of {npl}.',
  'The cost is put at {money}, of which {percent} is to be paid by {np}.',
  '{np} must {inf} {np} by {date}.',
  '{np} and {np} will be at the heart of {np}, which is to {inf} {npl} in {town}.',
  'It is {adv} a question of {npl}: {clause}.',
  'Since {date}, {npl} in the region have {ed} {np}.',
  '{connector} it was {np} that {ed} {npl} and {ed} {np}.',
  'For {person}, {np} is {a:adjnoun} that has {ed} {npl}.',
  'In {duration}, {np} has {ed} {number} {unit}.',
  'More than {number} {unit} were counted in {town}, where {np} {ed} {np}.',
  'This is not about {np} but about {np}, says {org}.',
  'The {unit} of {town} have been waiting for {np} for {duration}.',
  '{npl} {ed} {np} in the course of {np}, but nobody would {inf} {np}.',
  '{person} {ed} {np} and then {ed} {npl}: “{clause}.”@quote',
  'In {np}, the {role} {person} recalls that {np} {ed} {np}.',
  'The decision of {org} is to be handed down on {date} in {town}.',
  '{org} and {org} signed a deal on {np} {when}.',
  'It is {duration} since {np} {ed} {npl} with {np}.',
  'The works, which began {when}, will cost {money} and take {duration}.',
  'A rise of {percent} is expected, according to {np} of {org}.',
  'In {town} as in {town}, {np} divides opinion: {clause}.',
  '{connector} {person} refuses to {inf} {np} and wants to {inf} {npl}.',
  'Neither {np} nor {np} has {ed} {np}, {person} regrets.',
  'At least {number} {unit} were hit by {np}.',
  '{person} and {person} went to {town} to {inf} {np}.',
  'That is {money} for {npl}, and {money} for {np}.',
  'In the event of {a:noun}, {np} will be able to {inf} {np} at no risk to {npl}.',
  'With {number} {unit}, {town} is the first town to {inf} {np}.',
  'Of the {number} registered {unit}, {percent} answered {np}.',
  'Nothing suggests that {np} has {ed} {np}, {org} said in a statement.',
  'It is now for {np} to {inf} {np}: the vote will be held on {date}.',
  '{org} did not answer our questions about {npl}.',
];

/** What stands inside of quotations. */
export const clauses = [
  'we have {ed} {np}',
  'we need to {inf} {npl} and {inf} {np}',
  'I do not want to {inf} {np}',
  'you cannot {inf} {npl} without {np}',
  '{np} is a matter of time',
  'nobody has {ed} {np}',
  'it is {np} that counts for {npl}',
  'we are going to {inf} {np} with {npl}',
  '{npl} have {ed} {np}',
  'there has never been {a:noun} here',
  'I told {np} that {np} {ed} {np}',
  'the hardest thing is to {inf} {npl}',
];

export const headlines = [
  '{np} of {town} {ed} {np}',
  'In {town}, {npl} want to {inf} {np}',
  '{town}: {np} under pressure',
  '{np}: {person} denounces {np}',
  '{org} to {inf} {number} {unit}',
  'Why {np} worries {npl}',
  '{money} to {inf} {np}',
  '{npl}: what {np} has {ed}',
  'How {town} {ed} {npl}',
  '{person} leaves {np}',
];
