"""Outlines of the four platforms, drawn by hand in WGS 84 (lon, lat) over the real coast line. Schematic, not surveyed."""

# (id, en, fr, kind, centre, zoom)
SITES = [
    ("CAL", "Port of Calais", "Port de Calais", "PORT", (1.8735, 50.9690), 13.6),
    ("COQ", "Coquelles railhead", "Terminal ferroviaire de Coquelles", "RAILHEAD", (1.8150, 50.9262), 13.4),
    ("FRE", "Calais-Fréthun station", "Gare de Calais-Fréthun", "STATION", (1.8120, 50.9006), 14.6),
    ("LOO", "Loon-Plage ferry terminal", "Terminal transmanche de Loon-Plage", "FERRY", (2.1930, 51.0200), 14.0),
]

# Fences: site, English stretch, French stretch, on which side of the outline outside is, outline. Cut into numbered sections of about 200 m, in this order.
FENCES = [
    ("CAL", "harbour side", "côté port", "RIGHT", [(1.8560, 50.9644), (1.8600, 50.9638), (1.8690, 50.9640), (1.8740, 50.9648), (1.8900, 50.9645), (1.8925, 50.9665)]),
    ("CAL", "eastern approach", "accès est", "RIGHT", [(1.8962, 50.9698), (1.8960, 50.9720), (1.8935, 50.9755), (1.8890, 50.9764)]),
    ("CAL", "beach side", "côté plage", "RIGHT", [(1.8890, 50.9764), (1.8850, 50.9792), (1.8790, 50.9797), (1.8690, 50.9772), (1.8590, 50.9742)]),
    ("CAL", "ring road, west side", "rocade portuaire, côté ouest", "RIGHT", [(1.8925, 50.9665), (1.8958, 50.9630), (1.8995, 50.9570), (1.9030, 50.9510), (1.9055, 50.9478)]),
    ("CAL", "ring road, east side", "rocade portuaire, côté est", "LEFT", [(1.8962, 50.9698), (1.8985, 50.9648), (1.9022, 50.9578), (1.9055, 50.9515), (1.9075, 50.9482)]),
    ("CAL", "control zone", "zone de contrôle", "RIGHT", [(1.8700, 50.9712), (1.8760, 50.9707), (1.8830, 50.9708), (1.8835, 50.9745), (1.8770, 50.9751), (1.8705, 50.9745), (1.8700, 50.9712)]),
    ("COQ", "northern perimeter", "périmètre nord", "LEFT", [(1.7790, 50.9240), (1.7850, 50.9262), (1.7930, 50.9285), (1.8010, 50.9325), (1.8100, 50.9345), (1.8220, 50.9348), (1.8340, 50.9340), (1.8430, 50.9318)]),
    ("COQ", "eastern loop", "boucle est", "LEFT", [(1.8430, 50.9318), (1.8480, 50.9285), (1.8475, 50.9250), (1.8420, 50.9222)]),
    ("COQ", "southern perimeter", "périmètre sud", "LEFT", [(1.8420, 50.9222), (1.8320, 50.9205), (1.8200, 50.9190), (1.8080, 50.9172), (1.7980, 50.9168), (1.7890, 50.9185), (1.7810, 50.9212), (1.7790, 50.9240)]),
    ("COQ", "platforms", "quais de chargement", "RIGHT", [(1.8060, 50.9245), (1.8180, 50.9248), (1.8300, 50.9262), (1.8340, 50.9300), (1.8240, 50.9330), (1.8090, 50.9325), (1.8045, 50.9285), (1.8060, 50.9245)]),
    ("COQ", "high-speed line, west side", "ligne à grande vitesse, côté ouest", "RIGHT", [(1.7970, 50.9165), (1.8010, 50.9110), (1.8065, 50.9048)]),
    ("COQ", "high-speed line, east side", "ligne à grande vitesse, côté est", "LEFT", [(1.7995, 50.9166), (1.8036, 50.9112), (1.8090, 50.9050)]),
    ("FRE", "station perimeter", "périmètre de la gare", "LEFT", [(1.8080, 50.9042), (1.8118, 50.9040), (1.8150, 50.9012), (1.8165, 50.8978), (1.8130, 50.8968), (1.8092, 50.8995), (1.8080, 50.9042)]),
    ("LOO", "landside", "côté terre", "LEFT", [(2.2060, 51.0235), (2.2050, 51.0185), (2.1980, 51.0150), (2.1880, 51.0140), (2.1790, 51.0165)]),
    ("LOO", "quayside", "côté quai", "LEFT", [(2.1790, 51.0165), (2.1830, 51.0215), (2.1900, 51.0240), (2.2010, 51.0262), (2.2060, 51.0235)]),
]


# Gates: number by site in this order; name and place.
GATES = [
    ("CAL", "freight entrance", "entrée fret", (1.8938, 50.9678)), ("CAL", "passenger entrance", "entrée passagers", (1.8946, 50.9690)),
    ("CAL", "harbour service gate", "portail de service du port", (1.8740, 50.9648)), ("CAL", "control zone, east gate", "zone de contrôle, portail est", (1.8833, 50.9725)),
    ("CAL", "control zone, west gate", "zone de contrôle, portail ouest", (1.8702, 50.9728)), ("CAL", "beach emergency gate", "portail de secours de la plage", (1.8870, 50.9779)),
    ("COQ", "freight entrance", "entrée fret", (1.8430, 50.9318)), ("COQ", "passenger entrance", "entrée tourisme", (1.8220, 50.9348)),
    ("COQ", "portal service gate", "portail de service de la tête de tunnel", (1.7850, 50.9262)), ("COQ", "platform gate", "portail des quais", (1.8320, 50.9281)),
    ("COQ", "southern service gate", "portail de service sud", (1.8200, 50.9190)), ("COQ", "maintenance gate", "portail de la maintenance", (1.8080, 50.9172)),
    ("FRE", "forecourt", "parvis", (1.8118, 50.9040)), ("FRE", "staff gate", "portail du personnel", (1.8150, 50.9012)), ("FRE", "track access", "accès aux voies", (1.8092, 50.8995)),
    ("LOO", "freight entrance", "entrée fret", (2.2055, 51.0210)), ("LOO", "passenger entrance", "entrée passagers", (2.2050, 51.0185)),
    ("LOO", "quay gate", "portail du quai", (2.1900, 51.0240)), ("LOO", "western service gate", "portail de service ouest", (2.1790, 51.0165)),
]

# Freight lanes: site, how many, corner of the first, along (lon, lat), step to the next (lon, lat), width (lat)
LANES = [
    ("CAL", 12, (1.8745, 50.9716), (0.0046, -0.0001), (0.0, 0.00021), 0.00015),
    ("COQ", 8, (1.8352, 50.9306), (0.0040, -0.0008), (0.00025, 0.00018), 0.00013),
    ("LOO", 4, (2.1985, 51.0200), (0.0036, 0.0004), (-0.00005, 0.00024), 0.00016),
]

# Everything else that is a zone: site, kind letter, kind, en, fr, geometry (a list is a line, a tuple of points is a ring)
ZONES = [
    ("CAL", "W", "WATER", "harbour entrance", "chenal d'entrée", ((1.8385, 50.9742), (1.8440, 50.9755), (1.8470, 50.9737), (1.8408, 50.9722))),
    ("CAL", "W", "WATER", "outer harbour", "avant-port", ((1.8425, 50.9722), (1.8470, 50.9738), (1.8520, 50.9722), (1.8600, 50.9707), (1.8690, 50.9700), (1.8690, 50.9657), (1.8600, 50.9650), (1.8540, 50.9658), (1.8470, 50.9690))),
    ("CAL", "W", "WATER", "Ravisse basin", "bassin Henri-Ravisse", ((1.8692, 50.9690), (1.8760, 50.9683), (1.8895, 50.9674), (1.8893, 50.9656), (1.8758, 50.9662), (1.8692, 50.9660))),
    ("CAL", "W", "WATER", "inner harbour", "arrière-port", ((1.8505, 50.9662), (1.8540, 50.9656), (1.8560, 50.9620), (1.8535, 50.9605), (1.8520, 50.9630))),
    ("CAL", "W", "WATER", "northern basin", "bassin nord", ((1.8590, 50.9752), (1.8700, 50.9786), (1.8800, 50.9808), (1.8860, 50.9802), (1.8905, 50.9822), (1.8870, 50.9850), (1.8720, 50.9836), (1.8580, 50.9795))),
    ("CAL", "P", "PARKING", "freight waiting area", "aire d'attente fret", ((1.8842, 50.9700), (1.8925, 50.9690), (1.8930, 50.9722), (1.8846, 50.9735))),
    ("CAL", "P", "PARKING", "northern freight park", "parc fret nord", ((1.8690, 50.9757), (1.8830, 50.9760), (1.8838, 50.9782), (1.8790, 50.9791), (1.8700, 50.9768))),
    ("CAL", "P", "PARKING", "embarkation park", "parc d'embarquement", ((1.8615, 50.9712), (1.8692, 50.9706), (1.8694, 50.9738), (1.8640, 50.9745), (1.8612, 50.9735))),
    ("CAL", "T", "TRACK", "port freight line", "voie ferrée du port", [(1.8895, 50.9650), (1.8830, 50.9653), (1.8760, 50.9656), (1.8735, 50.9655)]),
    ("CAL", "A", "AREA", "ferry terminal", "gare maritime", ((1.8700, 50.9692), (1.8745, 50.9689), (1.8747, 50.9704), (1.8702, 50.9708))),
    ("CAL", "A", "AREA", "freight search sheds", "halls de fouille du fret", ((1.8797, 50.9716), (1.8826, 50.9714), (1.8828, 50.9741), (1.8799, 50.9742))),
    ("CAL", "A", "AREA", "ring road approach", "accès de la rocade portuaire", ((1.8945, 50.9672), (1.9052, 50.9480), (1.9072, 50.9484), (1.8965, 50.9688))),
    ("COQ", "T", "TRACK", "northern running line", "voie nord", [(1.7804, 50.9229), (1.7880, 50.9222), (1.7960, 50.9233), (1.8045, 50.9262)]),
    ("COQ", "T", "TRACK", "southern running line", "voie sud", [(1.7804, 50.9226), (1.7880, 50.9218), (1.7960, 50.9226), (1.8048, 50.9252)]),
    ("COQ", "T", "TRACK", "arrival loop", "boucle d'arrivée", [(1.7960, 50.9240), (1.8060, 50.9338), (1.8220, 50.9342), (1.8400, 50.9318), (1.8462, 50.9275), (1.8400, 50.9230), (1.8320, 50.9240)]),
    ("COQ", "T", "TRACK", "platform tracks, north", "voies à quai, nord", [(1.8060, 50.9292), (1.8180, 50.9306), (1.8320, 50.9296)]),
    ("COQ", "T", "TRACK", "platform tracks, south", "voies à quai, sud", [(1.8060, 50.9256), (1.8180, 50.9260), (1.8310, 50.9272)]),
    ("COQ", "T", "TRACK", "southern sidings", "faisceau sud", [(1.7990, 50.9190), (1.8120, 50.9196), (1.8260, 50.9212)]),
    ("COQ", "T", "TRACK", "high-speed line", "ligne à grande vitesse", [(1.7900, 50.9208), (1.7960, 50.9185), (1.7998, 50.9140), (1.8050, 50.9080), (1.8079, 50.9046)]),
    ("COQ", "U", "TUNNEL", "portal, northern running tunnel", "tête du tunnel ferroviaire nord", [(1.7765, 50.9240), (1.7804, 50.9229)]),
    ("COQ", "U", "TUNNEL", "portal, southern running tunnel", "tête du tunnel ferroviaire sud", [(1.7764, 50.9236), (1.7804, 50.9226)]),
    ("COQ", "U", "TUNNEL", "portal, service tunnel", "tête du tunnel de service", [(1.7765, 50.9238), (1.7803, 50.92275)]),
    ("COQ", "Q", "PLATFORM", "freight platforms 1 to 4", "quais fret 1 à 4", ((1.8100, 50.9298), (1.8290, 50.9302), (1.8292, 50.9310), (1.8100, 50.9309))),
    ("COQ", "Q", "PLATFORM", "freight platforms 5 to 8", "quais fret 5 à 8", ((1.8100, 50.9281), (1.8290, 50.9287), (1.8290, 50.9294), (1.8100, 50.9291))),
    ("COQ", "Q", "PLATFORM", "tourist platforms", "quais tourisme", ((1.8100, 50.9264), (1.8285, 50.9274), (1.8286, 50.9281), (1.8100, 50.9274))),
    ("COQ", "P", "PARKING", "freight waiting area", "aire d'attente fret", ((1.8348, 50.9255), (1.8440, 50.9262), (1.8446, 50.9288), (1.8356, 50.9286))),
    ("COQ", "P", "PARKING", "tourist waiting area", "aire d'attente tourisme", ((1.8120, 50.9315), (1.8220, 50.9318), (1.8222, 50.9328), (1.8122, 50.9326))),
    ("COQ", "A", "AREA", "control centre", "centre de contrôle", ((1.8236, 50.9316), (1.8262, 50.9315), (1.8263, 50.9325), (1.8238, 50.9326))),
    ("COQ", "A", "AREA", "maintenance hall", "atelier de maintenance", ((1.8100, 50.9202), (1.8180, 50.9206), (1.8180, 50.9217), (1.8100, 50.9212))),
    ("COQ", "A", "AREA", "juxtaposed controls", "contrôles juxtaposés", ((1.8394, 50.9296), (1.8424, 50.9291), (1.8436, 50.9310), (1.8406, 50.9315))),
    ("COQ", "W", "WATER", "flooded ground by the portal", "zone inondée de la tête de tunnel", ((1.7820, 50.9243), (1.7880, 50.9246), (1.7905, 50.9266), (1.7850, 50.9256))),
    ("FRE", "T", "TRACK", "platform track 1", "voie 1", [(1.8085, 50.9040), (1.8112, 50.9008), (1.8140, 50.8973)]),
    ("FRE", "T", "TRACK", "platform track 2", "voie 2", [(1.8087, 50.9041), (1.8114, 50.9009), (1.8142, 50.8974)]),
    ("FRE", "T", "TRACK", "through tracks", "voies de passage", [(1.8083, 50.9039), (1.8109, 50.9007), (1.8137, 50.8972)]),
    ("FRE", "T", "TRACK", "northern approach", "approche nord", [(1.8079, 50.9046), (1.8083, 50.9040)]),
    ("FRE", "Q", "PLATFORM", "platform A", "quai A", ((1.8106, 50.9022), (1.8109, 50.9023), (1.8131, 50.8995), (1.8128, 50.8994))),
    ("FRE", "Q", "PLATFORM", "platform B", "quai B", ((1.8101, 50.9017), (1.8103, 50.9018), (1.8125, 50.8990), (1.8123, 50.8989))),
    ("FRE", "P", "PARKING", "station car park", "parc de stationnement", ((1.8124, 50.9034), (1.8146, 50.9012), (1.8138, 50.9007), (1.8115, 50.9030))),
    ("FRE", "A", "AREA", "station building", "bâtiment voyageurs", ((1.8116, 50.9014), (1.8128, 50.9018), (1.8134, 50.9010), (1.8122, 50.9006))),
    ("LOO", "W", "WATER", "outer harbour", "avant-port ouest", ((2.1690, 51.0225), (2.1745, 51.0226), (2.1835, 51.0253), (2.1850, 51.0262), (2.1800, 51.0280), (2.1700, 51.0250))),
    ("LOO", "W", "WATER", "ferry basin", "bassin des ferries", ((2.1830, 51.0222), (2.1905, 51.0247), (2.2010, 51.0269), (2.2080, 51.0262), (2.2085, 51.0288), (2.1990, 51.0288), (2.1850, 51.0256))),
    ("LOO", "W", "WATER", "western basin", "darse ouest", ((2.1700, 51.0176), (2.1776, 51.0170), (2.1812, 51.0218), (2.1740, 51.0222))),
    ("LOO", "P", "PARKING", "freight park", "parc fret", ((2.1880, 51.0160), (2.1970, 51.0168), (2.1966, 51.0194), (2.1874, 51.0186))),
    ("LOO", "P", "PARKING", "embarkation park", "parc d'embarquement", ((2.1870, 51.0200), (2.1965, 51.0210), (2.1968, 51.0236), (2.1900, 51.0226), (2.1866, 51.0212))),
    ("LOO", "A", "AREA", "ferry terminal", "gare maritime", ((2.1990, 51.0178), (2.2014, 51.0181), (2.2012, 51.0190), (2.1988, 51.0187))),
    ("LOO", "A", "AREA", "freight search shed", "hall de fouille du fret", ((2.1972, 51.0216), (2.1992, 51.0219), (2.1990, 51.0232), (2.1970, 51.0229))),
]

# Radars: site, place. Each watches the fence section nearest to it.
RADARS = [("CAL", (1.8888, 50.9762)), ("CAL", (1.8790, 50.9795)), ("CAL", (1.8962, 50.9710)), ("CAL", (1.9040, 50.9542)),
          ("COQ", (1.7850, 50.9261)), ("COQ", (1.8100, 50.9344)), ("COQ", (1.8470, 50.9262)), ("COQ", (1.8080, 50.9173)),
          ("FRE", (1.8158, 50.8996)), ("LOO", (2.1795, 51.0166)), ("LOO", (2.1980, 51.0151)), ("LOO", (2.2056, 51.0212))]
