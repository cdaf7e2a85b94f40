"""Names and words of the reference deployment, English and French. Agencies and desks are offices; no person is named."""

CENTRE = {"id": "CALAIS", "name": ("Joint Command and Control Centre, Calais", "Centre conjoint de commandement et de contrôle de Calais"),
          "states": ["FR", "GB"], "operationalCommand": "FR", "timeZone": "Europe/Paris"}

# (id, en, fr, short, state)
AGENCIES = [
    ("PAF", "French Border Police", "Police aux frontières", "PAF", "FR"),
    ("CRS", "Republican Security Companies", "Compagnies républicaines de sécurité", "CRS", "FR"),
    ("GENDARMERIE", "National Gendarmerie", "Gendarmerie nationale", "GN", "FR"),
    ("DOUANE", "French Customs", "Douane française", "DGDDI", "FR"),
    ("PREFECTURE", "Prefecture of Pas-de-Calais", "Préfecture du Pas-de-Calais", "PREF 62", "FR"),
    ("SDIS", "Fire and Rescue Service of Pas-de-Calais", "Service départemental d'incendie et de secours du Pas-de-Calais", "SDIS 62", "FR"),
    ("EUROTUNNEL", "Eurotunnel", "Eurotunnel", "ET", "FR"),
    ("PORT", "Port operator", "Exploitant portuaire", "PORT", "FR"),
    ("SNCF", "Railway network security", "Sûreté ferroviaire", "SUGE", "FR"),
    ("CENTRE", "The joint centre", "Centre conjoint", "CENTRE", "FR"),
    ("BORDER_FORCE", "Border Force", "Police des frontières britannique (Border Force)", "BF", "GB"),
    ("NCA", "National Crime Agency", "Agence nationale britannique de lutte contre la criminalité (NCA)", "NCA", "GB"),
    ("KENT_POLICE", "Kent Police", "Police du Kent", "KENT", "GB"),
    ("JIU", "Joint Intelligence Unit, Folkestone", "Unité conjointe de renseignement de Folkestone", "JIU", "GB"),
    ("HOME_OFFICE", "Home Office", "Ministère de l'Intérieur britannique (Home Office)", "HO", "GB"),
    ("EUROPOL", "Europol", "Europol", "EUROPOL", "EU"),
]

_OPS, _CMD, _INT, _SAF, _PRO = ["OPERATIONS"], ["COMMAND", "OPERATIONS"], ["INTELLIGENCE"], ["SAFEGUARDING"], ["PROGRAMME"]

# (id, en, fr, agency, state, role, purposes, clearance, compartments)
DESKS = [
    ("DESK-COMMAND-1", "Operational command", "Commandement opérationnel", "PAF", "FR", "COMMANDER", _CMD, "SECRET", ["LIAISON"]),
    ("DESK-GOLD-FR-1", "Gold commander, France", "Commandement stratégique, France", "PREFECTURE", "FR", "GOLD", ["COMMAND"], "SECRET", ["LIAISON"]),
    ("DESK-GOLD-GB-1", "Gold commander, United Kingdom", "Commandement stratégique, Royaume-Uni", "HOME_OFFICE", "GB", "GOLD", ["COMMAND"], "SECRET", ["LIAISON"]),
    ("DESK-PAF-1", "Border Police, port of Calais", "Police aux frontières, port de Calais", "PAF", "FR", "OFFICER", _OPS, "SENSITIVE", []),
    ("DESK-PAF-2", "Border Police, Coquelles", "Police aux frontières, Coquelles", "PAF", "FR", "OFFICER", _OPS, "SENSITIVE", []),
    ("DESK-PAF-3", "Border Police, Fréthun", "Police aux frontières, Fréthun", "PAF", "FR", "OFFICER", _OPS, "SENSITIVE", []),
    ("DESK-PAF-4", "Border Police, Loon-Plage", "Police aux frontières, Loon-Plage", "PAF", "FR", "OFFICER", _OPS, "SENSITIVE", []),
    ("DESK-PAF-INT-1", "Border Police, smuggling networks", "Police aux frontières, filières d'immigration clandestine", "PAF", "FR", "ANALYST", _INT, "SECRET", ["LIAISON"]),
    ("DESK-CRS-1", "Republican Security Companies", "Compagnies républicaines de sécurité", "CRS", "FR", "OFFICER", _OPS, "SENSITIVE", []),
    ("DESK-GENDARMERIE-1", "Gendarmerie, land", "Gendarmerie, terre", "GENDARMERIE", "FR", "OFFICER", _OPS, "SENSITIVE", []),
    ("DESK-GENDARMERIE-2", "Gendarmerie, sea and coast", "Gendarmerie, mer et littoral", "GENDARMERIE", "FR", "OFFICER", _OPS, "SENSITIVE", []),
    ("DESK-DOUANE-1", "Customs, freight", "Douane, fret", "DOUANE", "FR", "FREIGHT", _OPS, "SENSITIVE", []),
    ("DESK-PREFECTURE-1", "Prefecture, duty officer", "Préfecture, permanence", "PREFECTURE", "FR", "OFFICER", _OPS, "SENSITIVE", []),
    ("DESK-SDIS-1", "Fire and rescue", "Incendie et secours", "SDIS", "FR", "OFFICER", _OPS, "OFFICIAL", []),
    ("DESK-EUROTUNNEL-1", "Eurotunnel, site security", "Eurotunnel, sûreté du site", "EUROTUNNEL", "FR", "OFFICER", _OPS, "OFFICIAL", []),
    ("DESK-EUROTUNNEL-2", "Eurotunnel, freight control", "Eurotunnel, contrôle du fret", "EUROTUNNEL", "FR", "FREIGHT", _OPS, "OFFICIAL", []),
    ("DESK-PORT-1", "Port security, Calais", "Sûreté portuaire, Calais", "PORT", "FR", "OFFICER", _OPS, "OFFICIAL", []),
    ("DESK-PORT-2", "Port freight control, Calais", "Contrôle du fret portuaire, Calais", "PORT", "FR", "FREIGHT", _OPS, "OFFICIAL", []),
    ("DESK-PORT-3", "Port security, Loon-Plage", "Sûreté portuaire, Loon-Plage", "PORT", "FR", "OFFICER", _OPS, "OFFICIAL", []),
    ("DESK-SNCF-1", "Railway security, Fréthun", "Sûreté ferroviaire, Fréthun", "SNCF", "FR", "OFFICER", _OPS, "OFFICIAL", []),
    ("DESK-BORDER-FORCE-1", "Border Force, duty desk", "Border Force, permanence", "BORDER_FORCE", "GB", "OFFICER", _OPS, "SENSITIVE", []),
    ("DESK-BORDER-FORCE-2", "Border Force, freight search, Calais", "Border Force, fouille du fret, Calais", "BORDER_FORCE", "GB", "FREIGHT", _OPS, "SENSITIVE", []),
    ("DESK-BORDER-FORCE-3", "Border Force, freight search, Coquelles", "Border Force, fouille du fret, Coquelles", "BORDER_FORCE", "GB", "FREIGHT", _OPS, "SENSITIVE", []),
    ("DESK-BORDER-FORCE-4", "Border Force, freight search, Loon-Plage", "Border Force, fouille du fret, Loon-Plage", "BORDER_FORCE", "GB", "FREIGHT", _OPS, "SENSITIVE", []),
    ("DESK-KENT-POLICE-1", "Kent Police liaison", "Liaison de la police du Kent", "KENT_POLICE", "GB", "OFFICER", _OPS, "SENSITIVE", []),
    ("DESK-NCA-1", "National Crime Agency", "Agence nationale britannique de lutte contre la criminalité", "NCA", "GB", "ANALYST", _INT, "SECRET", ["LIAISON"]),
    ("DESK-JIU-1", "Joint Intelligence Unit, Folkestone", "Unité conjointe de renseignement, Folkestone", "JIU", "GB", "ANALYST", _INT, "SECRET", ["LIAISON"]),
    ("DESK-EUROPOL-1", "Europol liaison", "Liaison Europol", "EUROPOL", "EU", "ANALYST", _INT, "SECRET", ["LIAISON"]),
    ("DESK-SAFEGUARDING-1", "Safeguarding lead", "Référent protection des personnes vulnérables", "CENTRE", "FR", "SAFEGUARDING", _SAF, "SENSITIVE", []),
    ("DESK-PROGRAMME-1", "Joint programme office", "Secrétariat du programme conjoint", "HOME_OFFICE", "GB", "PROGRAMME", _PRO, "SENSITIVE", []),
    ("DESK-AUDIT-1", "Audit and inspection", "Audit et inspection", "CENTRE", "FR", "AUDITOR", ["AUDIT"], "SECRET", ["LIAISON"]),
    ("DESK-ADMIN-1", "Administration of the centre", "Administration du centre", "CENTRE", "FR", "ADMINISTRATOR", ["PROGRAMME"], "OFFICIAL", []),
]

# (id prefix, agency, state, kind, en, fr, sidc, sites of home in turn)
_POLICE, _FIRE, _AMBULANCE, _BORDER, _UNIT = "SFGPUULC-------", "EFOPCA---------", "EFOPAB---------", "EFOPDB---------", "SFGPUUL--------"
UNITS = [
    ("PAF", "PAF", "FR", "PATROL", "Border Police patrol", "Patrouille de la police aux frontières", _BORDER, "CAL COQ CAL COQ CAL COQ FRE LOO COQ CAL LOO"),
    ("CRS", "CRS", "FR", "PATROL", "CRS patrol", "Patrouille CRS", _POLICE, "CAL COQ CAL COQ CAL COQ LOO CAL COQ CAL COQ LOO"),
    ("GN", "GENDARMERIE", "FR", "PATROL", "Gendarmerie patrol", "Patrouille de gendarmerie", _POLICE, "COQ CAL COQ FRE LOO COQ CAL LOO"),
    ("GNM", "GENDARMERIE", "FR", "BOAT", "Maritime gendarmerie launch", "Vedette de la gendarmerie maritime", _POLICE, "CAL"),
    ("DOUANE", "DOUANE", "FR", "SEARCH", "Customs search team", "Équipe de visite de la douane", _BORDER, "CAL LOO"),
    ("DOUANE-K9", "DOUANE", "FR", "DOG", "Customs dog team", "Équipe cynophile de la douane", _BORDER, "COQ"),
    ("FPT", "SDIS", "FR", "FIRE", "Fire engine", "Fourgon pompe-tonne", _FIRE, "CAL COQ"),
    ("VSAV", "SDIS", "FR", "MEDICAL", "Ambulance", "Véhicule de secours aux victimes", _AMBULANCE, "CAL COQ LOO"),
    ("BSL", "SDIS", "FR", "BOAT", "Rescue boat", "Bateau de sauvetage léger", _FIRE, "LOO"),
    ("ET", "EUROTUNNEL", "FR", "PATROL", "Eurotunnel security patrol", "Patrouille de sûreté Eurotunnel", _UNIT, "COQ COQ COQ"),
    ("ET-RAIL", "EUROTUNNEL", "FR", "RAIL", "Eurotunnel track team", "Équipe voie Eurotunnel", _UNIT, "COQ"),
    ("ET-TECH", "EUROTUNNEL", "FR", "TECHNICAL", "Eurotunnel technical team", "Équipe technique Eurotunnel", _UNIT, "COQ"),
    ("PORT", "PORT", "FR", "PATROL", "Port security patrol", "Patrouille de sûreté portuaire", _UNIT, "CAL CAL LOO"),
    ("PORT-TECH", "PORT", "FR", "TECHNICAL", "Port technical team", "Équipe technique du port", _UNIT, "CAL"),
    ("SUGE", "SNCF", "FR", "RAIL", "Railway security team", "Équipe de sûreté ferroviaire", _UNIT, "FRE FRE"),
    ("BF", "BORDER_FORCE", "GB", "SEARCH", "Border Force search team", "Équipe de fouille Border Force", _BORDER, "CAL COQ CAL COQ LOO"),
    ("BF-K9", "BORDER_FORCE", "GB", "DOG", "Border Force dog team", "Équipe cynophile Border Force", _BORDER, "CAL COQ LOO"),
]

KINDS = [
    ("INTRUSION", "Intrusion", "Intrusion", False, 2), ("PERSON_IN_LORRY", "Person in a lorry", "Personne dans un poids lourd", True, 1),
    ("PERSON_ON_TRACK", "Person on the track", "Personne sur les voies", True, 1), ("PERSON_IN_WATER", "Person in the water", "Personne à l'eau", True, 1),
    ("CHILD_ALONE", "Child alone", "Enfant seul", True, 1), ("FIRE", "Fire", "Incendie", True, 1),
    ("UNIT_EMERGENCY", "Unit calls for help", "Unité en détresse", True, 1),
    ("PROTEST", "Protest blocking the road", "Manifestation bloquant la route", False, 3), ("POWER_LOSS", "Power loss of a section", "Coupure d'alimentation d'un secteur", False, 3),
]
OUTCOMES = [
    ("PREVENTED", "Prevented", "Empêché"), ("RESCUED", "Rescued", "Secouru"), ("FOUND", "Found", "Découvert"), ("REFERRED", "Referred to protection", "Orienté vers la protection"),
    ("RESTORED", "Service restored", "Service rétabli"), ("FALSE_ALARM", "False alarm", "Fausse alarme"), ("NO_TRACE", "No trace", "Sans trace"),
]
INSTRUCTIONS = [
    ("INTERCEPT", "Intercept", "Intercepter"), ("SEARCH_VEHICLE", "Search the vehicle", "Fouiller le véhicule"), ("RESCUE", "Rescue", "Porter secours"),
    ("OBSERVE", "Observe and report", "Observer et rendre compte"), ("ESCORT", "Escort", "Escorter"), ("TREAT", "Give medical care", "Donner les soins"),
    ("EXTINGUISH", "Extinguish", "Éteindre"), ("STOP_TRAFFIC", "Stop the traffic", "Arrêter la circulation"), ("REPAIR", "Repair", "Réparer"), ("ACCOMPANY", "Accompany", "Accompagner"),
]
