"""The procedures, one for each kind of incident. Life first; whoever is found is offered safeguarding; METHANE where several services come."""

_METHANE = ("Send METHANE to every desk: major incident or not, exact place, type, hazards, access, number of casualties, emergency services present and needed.",
            "Diffuser METHANE à tous les postes : événement majeur ou non, lieu exact, type, dangers, accès, nombre de victimes, services de secours présents et nécessaires.")
_SAFEGUARD = ("Look for signs of vulnerability in everyone found (child, injury, exhaustion, coercion) and raise a concern with the safeguarding lead; keep only the receipt.",
              "Rechercher chez toute personne découverte des signes de vulnérabilité (enfant, blessure, épuisement, contrainte) et saisir le référent protection ; ne garder que le récépissé.")
_CLOSE = ("Record the outcome and what the record needs (times, places, units), then close the incident.",
          "Consigner l'issue et les éléments utiles (heures, lieux, unités), puis clore l'incident.")

# (id, kind, en, fr, lifeAtRisk, source, steps)
PROCEDURES = [
    ("SOP-INTRUSION", "INTRUSION", "Intrusion through the fence", "Intrusion par la clôture", False, "JD2015 §10, §12(ii), §12(iii)", [
        ("Read why the alarm was raised and look at the nearest cameras: people, animal, wind, tool, breach?", "Lire le motif de l'alarme et consulter les caméras les plus proches : personnes, animal, vent, outil, brèche ?"),
        ("If anyone is near track, water or moving vehicles, treat the incident as life at risk first.", "Si quelqu'un se trouve près des voies, de l'eau ou de véhicules en mouvement, traiter d'abord l'incident comme un danger pour la vie."),
        ("Propose the nearest patrol; operational command approves the task.", "Proposer la patrouille la plus proche ; le commandement opérationnel approuve la mission."),
        ("Warn the site operator and close the gates of the section to traffic.", "Prévenir l'exploitant du site et fermer les portails du secteur à la circulation."),
        ("Guide the patrol by camera and sensor; approach calmly, leave a way out, do not chase towards track, road or water.", "Guider la patrouille par caméras et capteurs ; approche calme, laisser une issue, ne pas poursuivre vers les voies, la route ou l'eau."),
        _SAFEGUARD,
        ("Have the fence inspected and the breach secured; ask for the technical team.", "Faire contrôler la clôture et sécuriser la brèche ; demander l'équipe technique."),
        _CLOSE]),
    ("SOP-PERSON-IN-LORRY", "PERSON_IN_LORRY", "Person in a refrigerated or closed lorry", "Personne dans un poids lourd frigorifique ou fermé", True, "JD2015 §12(v)", [
        ("Treat as life at risk at once: lack of air and cold kill within minutes. Do not wait for a second reading.", "Considérer aussitôt qu'une vie est en danger : le manque d'air et le froid tuent en quelques minutes. Ne pas attendre une seconde mesure."),
        ("Hold the lorry in its lane, stop the lane, keep the driver beside the cab.", "Immobiliser le poids lourd dans sa voie, fermer la voie, garder le conducteur près de la cabine."),
        ("Task the nearest search team to open the doors now; refrigeration and engine off.", "Engager l'équipe de fouille la plus proche pour ouvrir les portes immédiatement ; groupe froid et moteur arrêtés."),
        ("Call fire and rescue and an ambulance to the lane before the doors open (fire and rescue 18, medical 15).", "Appeler pompiers et ambulance à la voie avant l'ouverture des portes (pompiers 18, SAMU 15)."),
        ("Ventilate before entering; bring everyone out to air and warmth; count people, check behind the load.", "Ventiler avant d'entrer ; sortir chacun à l'air et au chaud ; compter les personnes, vérifier derrière le chargement."),
        ("Triage and treat: unconscious first, then cold, then exhausted. Care comes before any control.", "Trier et soigner : inconscients d'abord, puis hypothermie, puis épuisement. Les soins passent avant tout contrôle."),
        _METHANE, _SAFEGUARD,
        ("Preserve the vehicle, seals and papers for the investigation into the smugglers; the people found are witnesses or victims first.", "Préserver le véhicule, les scellés et les documents pour l'enquête sur les passeurs ; les personnes découvertes sont d'abord témoins ou victimes."),
        _CLOSE]),
    ("SOP-PERSON-ON-TRACK", "PERSON_ON_TRACK", "Person on the track", "Personne sur les voies", True, "JD2015 §12, §12(ii)(b)", [
        ("Stop the trains: emergency call to the rail control centre for the track and its neighbours.", "Arrêter les trains : appel d'urgence au poste de contrôle ferroviaire pour la voie et les voies voisines."),
        ("Have the overhead line switched off (25,000 volts) and wait for the confirmation before anyone goes near.", "Faire couper la caténaire (25 000 volts) et attendre la confirmation avant toute approche."),
        ("Confirm by camera and tunnel sensor: where, how many, which direction; keep everyone on the line informed.", "Confirmer par caméras et capteurs du tunnel : où, combien, dans quel sens ; tenir informés tous les intervenants sur les voies."),
        ("Task the rail team and the nearest patrol with the access point; nobody enters the track without the written protection.", "Engager l'équipe voie et la patrouille la plus proche en donnant le point d'accès ; personne ne pénètre sur les voies sans la protection écrite."),
        ("Call fire and rescue and an ambulance to the access point.", "Appeler pompiers et ambulance au point d'accès."),
        _METHANE,
        ("Lead everyone off the track by the safe side; walk, no pursuit; check the tunnel cross-passages.", "Faire sortir chacun par le côté sûr ; au pas, sans poursuite ; vérifier les rameaux de communication du tunnel."),
        _SAFEGUARD,
        ("Give the track back only after the sweep is complete and the rail control centre has agreed.", "Ne rendre la voie qu'après la fin de la reconnaissance et l'accord du poste de contrôle ferroviaire."),
        _CLOSE]),
    ("SOP-PERSON-IN-WATER", "PERSON_IN_WATER", "Person in the water", "Personne à l'eau", True, "JD2015 §10; SOLAS V/33", [
        ("Alert the rescue coordination centre (CROSS Gris-Nez, VHF 16, telephone 196): place, number, time of fall, drift.", "Alerter le centre de coordination de sauvetage (CROSS Gris-Nez, VHF 16, téléphone 196) : lieu, nombre, heure de la chute, dérive."),
        ("Stop ship movements in the basin through the harbour master; propellers stopped near the person.", "Faire arrêter les mouvements de navires dans le bassin par la capitainerie ; hélices stoppées à proximité de la personne."),
        ("Keep the person in sight by camera or by eye; have a lifebuoy thrown; nobody jumps in.", "Garder la personne en vue, par caméra ou à l'œil ; faire lancer une bouée ; personne ne saute à l'eau."),
        ("Task the nearest boat and a patrol on the quay with throw lines.", "Engager le bateau le plus proche et une patrouille à quai avec des lignes de jet."),
        ("Send an ambulance to the landing place: cold water, expect hypothermia, keep the person lying down.", "Envoyer une ambulance au point de débarquement : eau froide, hypothermie probable, maintenir la personne allongée."),
        ("Ask how many were together; search on until all are accounted for.", "Demander combien ils étaient ; poursuivre les recherches tant que tous n'ont pas été retrouvés."),
        _SAFEGUARD, _CLOSE]),
    ("SOP-CHILD-ALONE", "CHILD_ALONE", "Child alone", "Enfant seul", True, "JD2015 §21; CRC art. 3", [
        ("Believe the age that is said until the competent service decides; the child's interest comes first.", "Retenir l'âge déclaré jusqu'à décision du service compétent ; l'intérêt de l'enfant prime."),
        ("Send an officer to stay with the child, in a calm and warm place, never in a cell, never alone with an adult who says he is family.", "Envoyer un agent rester auprès de l'enfant, au calme et au chaud, jamais en cellule, jamais seul avec un adulte se disant de la famille."),
        ("Give water, food, dry clothes; call an ambulance at any sign of illness or injury.", "Donner à boire, à manger, des vêtements secs ; appeler une ambulance au moindre signe de maladie ou de blessure."),
        ("Raise a concern with the safeguarding lead at once; write nothing that identifies the child in this log.", "Saisir immédiatement le référent protection ; n'écrire dans ce journal rien qui permette d'identifier l'enfant."),
        ("Call the child protection service on duty (119) and the public prosecutor's duty officer through the safeguarding lead.", "Joindre, par le référent protection, l'aide sociale à l'enfance de permanence (119) et la permanence du parquet."),
        ("Use an interpreter; ask only where parents, brothers or sisters are, and search for them without delay.", "Recourir à un interprète ; ne demander que où sont les parents, frères ou sœurs, et les rechercher sans délai."),
        ("Hand over only to the service named by the safeguarding lead, and record the receipt.", "Ne remettre l'enfant qu'au service désigné par le référent protection et consigner le récépissé."),
        _CLOSE]),
    ("SOP-FIRE", "FIRE", "Fire", "Incendie", True, "JD2015 §12(iii)", [
        ("Alert fire and rescue (18) with place, what burns, access; in the tunnel, the rail control centre first.", "Alerter les sapeurs-pompiers (18) : lieu, nature du feu, accès ; dans le tunnel, d'abord le poste de contrôle ferroviaire."),
        ("Evacuate the area against the wind; check by camera for anyone left, in vehicles and cabins too.", "Évacuer la zone contre le vent ; vérifier par caméra que personne ne reste, y compris dans les véhicules et les cabines."),
        _METHANE,
        ("Stop traffic and loading; open the gates on the engines' way.", "Arrêter la circulation et les embarquements ; ouvrir les portails sur l'itinéraire des engins."),
        ("Look for dangerous goods in the load papers and pass them on.", "Rechercher les marchandises dangereuses dans les documents de chargement et les communiquer."),
        ("Task fire engines and an ambulance; patrols keep the way free and people away.", "Engager fourgons et ambulance ; les patrouilles dégagent l'itinéraire et tiennent le public à distance."),
        _SAFEGUARD,
        ("Resume only when the fire officer in charge gives the place back.", "Ne reprendre l'activité qu'une fois le site rendu par le commandant des opérations de secours."),
        _CLOSE]),
    ("SOP-UNIT-EMERGENCY", "UNIT_EMERGENCY", "Unit calls for help", "Unité en détresse", True, "Cursor on Target b-a-o; JD2015 §15(iv)", [
        ("Call the unit by radio and by telephone; if it does not answer, treat it as real.", "Appeler l'unité par radio et par téléphone ; sans réponse, considérer l'appel comme réel."),
        ("Read its last position and its last task; look with the nearest cameras.", "Relever sa dernière position et sa dernière mission ; observer avec les caméras les plus proches."),
        ("Propose the two nearest units, from two sides; operational command approves.", "Proposer les deux unités les plus proches, par deux côtés ; le commandement opérationnel approuve."),
        ("Alert the medical service (15) with place and access.", "Alerter le SAMU (15) : lieu et accès."),
        ("Keep the channel of the unit free for it.", "Maintenir libre la fréquence de l'unité."),
        ("Stop trains, lorries or ships near the unit where they are a danger.", "Arrêter trains, poids lourds ou navires à proximité s'ils présentent un danger."),
        _CLOSE]),
    ("SOP-PROTEST", "PROTEST", "Protest blocking the road", "Manifestation bloquant la route", False, "JD2015 §10, §11; ECHR art. 11", [
        ("Establish place, number, mood, banners or barriers, and whether anybody is in danger on the carriageway.", "Établir lieu, nombre, climat, banderoles ou barrages, et si quelqu'un est en danger sur la chaussée."),
        ("Protect people from traffic: slow and stop vehicles upstream, signs and lights.", "Protéger les personnes de la circulation : ralentir et arrêter les véhicules en amont, signalisation et feux."),
        ("Inform the prefecture's duty officer, who alone decides on dispersal; peaceful assembly is protected.", "Informer la permanence de la préfecture, seule à décider d'une dispersion ; la réunion pacifique est protégée."),
        ("Open contact with an organiser; record what is asked and until when.", "Établir le contact avec un organisateur ; consigner les demandes et la durée prévue."),
        ("Divert freight and ferry or shuttle traffic with the operators; give drivers water and information.", "Dévier le fret et le trafic des ferries ou navettes avec les exploitants ; fournir eau et informations aux conducteurs."),
        ("Keep one lane free for fire and rescue.", "Maintenir une voie libre pour les secours."),
        ("Reopen in steps; sweep the road before traffic.", "Rouvrir par étapes ; reconnaître la chaussée avant la remise en circulation."),
        _CLOSE]),
    ("SOP-POWER-LOSS", "POWER_LOSS", "Power loss of a section", "Coupure d'alimentation d'un secteur", False, "JD2015 §12(ii), §12(vi)", [
        ("Check who is at risk without light or detection: track, lanes, water, people in lifts or sheds.", "Vérifier qui est en danger sans éclairage ni détection : voies, files de fret, eau, personnes dans les ascenseurs ou les halls."),
        ("See which sensors and cameras are silent and treat their sections as unwatched.", "Identifier capteurs et caméras muets et considérer leurs sections comme non surveillées."),
        ("Task patrols to stand in for the silent sections; portable lighting.", "Engager des patrouilles pour suppléer les sections muettes ; éclairage portatif."),
        ("Call the operator's technical team; ask for cause and time of return.", "Appeler l'équipe technique de l'exploitant ; demander la cause et l'heure de rétablissement."),
        ("Look for signs of sabotage at the substation before anyone touches it.", "Rechercher des traces de sabotage au poste électrique avant toute intervention."),
        ("After the return check every sensor of the section by its own report.", "Au rétablissement, vérifier chaque capteur du secteur par son propre compte rendu."),
        _CLOSE]),
]
