<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>TrainingDataExporter</name>
        <message>
            <location filename="../provider.py"/>
            <source>Training data</source>
            <translation>Données d'entraînement</translation>
        </message>
        <message>
            <location filename="../provider.py"/>
            <source>Export training data...</source>
            <translation>Exporter des données d'entraînement...</translation>
        </message>
        <message>
            <location filename="../algorithms/adding/already_there.py"/>
            <source>OUT_FOLDER: {path} holds these chips of {raster} with these labels already; choose another raster, EXTENT or IN_CLASS_DATA to add to it, or another folder.</source>
            <translation>OUT_FOLDER : {path} contient déjà ces imagettes de {raster} avec ces étiquettes ; choisissez un autre raster, EXTENT ou IN_CLASS_DATA pour y ajouter, ou un autre dossier.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: the class raster shows no class on the image; all its pixels are 0 or nodata.</source>
            <translation>IN_CLASS_DATA : le raster de classes ne montre aucune classe sur l'image ; tous ses pixels sont 0 ou nodata.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: all {count} values of {field} are NULL or blank, so no feature has a class.</source>
            <translation>CLASS_VALUE_FIELD : les {count} valeurs de {field} sont NULL ou vides, aucune entité n'a donc de classe.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {format} cannot tell class 0 ({name}) from no class: its labels do not show, and a chip with no others counts as one without labels; give that class another value in {field}.</source>
            <translation>CLASS_VALUE_FIELD : {format} ne peut distinguer la classe 0 ({name}) de l'absence de classe : ses étiquettes ne se voient pas, et une imagette qui n'en a pas d'autres compte comme sans étiquettes ; donnez à cette classe une autre valeur dans {field}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: the raster holds {count} classes; check that it is one of classes.</source>
            <translation>IN_CLASS_DATA : le raster contient {count} classes ; vérifiez que c’est un raster de classes.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {field} gives {count} classes; check that it is the field of kinds.</source>
            <translation>CLASS_VALUE_FIELD : {field} donne {count} classes ; vérifiez que c’est le champ des types.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: each of the {count} features has a class of its own in {field}; choose a field of kinds, not of names or numbers of features.</source>
            <translation>CLASS_VALUE_FIELD : chacune des {count} entités a sa propre classe dans {field} ; choisissez un champ de types, pas de noms ou de numéros d’entités.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {field} mixes whole numbers with other text ({odd}), so all its values are numbered by name, and a number is not its own class value; correct the odd ones if that is not meant.</source>
            <translation>CLASS_VALUE_FIELD : {field} mélange des nombres entiers et d'autres textes ({odd}), toutes ses valeurs sont donc numérotées par nom et un nombre n'est pas sa propre valeur de classe ; corrigez les valeurs discordantes si ce n'est pas voulu.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: class names that are not in UTF-8 have lost letters: {names}; rename them.</source>
            <translation>IN_CLASS_DATA : les noms de classe qui ne sont pas en UTF-8 ont perdu des lettres : {names} ; renommez-les.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: class names have lost letters: {names}; set the layer's encoding (Layer Properties &gt; Source) to the one that its text is in.</source>
            <translation>IN_CLASS_DATA : des noms de classe ont perdu des lettres : {names} ; donnez à la couche (Propriétés de la couche &gt; Source) l'encodage de son texte.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: of {total} features {unclassified} have no class, {broken} have no usable geometry, and the others lie outside the raster; check IN_CLASS_DATA and EXTENT.</source>
            <translation>Aucune imagette n'a été écrite : sur {total} entités, {unclassified} n'ont pas de classe, {broken} n'ont pas de géométrie utilisable, et les autres sont hors du raster ; vérifiez IN_CLASS_DATA et EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: none has a valid pixel (of {pixels}); check IN_RASTER, its nodata values and EXTENT.</source>
            <translation>Aucune imagette n'a été écrite : aucune n'a de pixel valide (sur {pixels}) ; vérifiez IN_RASTER, ses valeurs nodata et EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; lower MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE, which left out labels ({filtered}).</source>
            <translation>Aucune imagette n'a été écrite : {labels} sans étiquette, {pixels} sans pixel valide ; diminuez MIN_POLYGON_OVERLAP_RATIO et MIN_OBJECT_SIZE, qui ont omis des étiquettes ({filtered}).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; check that IN_CLASS_DATA and IN_RASTER overlap.</source>
            <translation>Aucune imagette n'a été écrite : {labels} sans étiquette, {pixels} sans pixel valide ; vérifiez que IN_CLASS_DATA et IN_RASTER se recouvrent.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; features: {total}, of which {unclassified} without class, {broken} without usable geometry, {others} outside the chips or too small to show.</source>
            <translation>Aucune imagette n'a été écrite : {labels} sans étiquette, {pixels} sans pixel valide ; entités : {total}, dont {unclassified} sans classe, {broken} sans géométrie utilisable, {others} hors des imagettes ou trop petites pour être visibles.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {masked} not within IN_MASK_POLYGONS, {split} in no split or on a border between splits, {labels} without a label, {pixels} without a valid pixel; larger polygons or smaller tiles help.</source>
            <translation>Aucune imagette n'a été écrite : {masked} pas dans IN_MASK_POLYGONS, {split} dans aucune partie ou sur une limite entre parties, {labels} sans étiquette, {pixels} sans pixel valide ; des polygones plus grands ou des tuiles plus petites aident.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {outside} outside SPLIT_POLYGONS, {border} on borders between splits or partly outside, {labels} without a label, {pixels} without a valid pixel; larger polygons or blocks, or smaller tiles help.</source>
            <translation>Aucune imagette n'a été écrite : {outside} hors de SPLIT_POLYGONS, {border} à des limites entre des parties ou en partie dehors, {labels} sans étiquette, {pixels} sans pixel valide ; des polygones ou des blocs plus grands, ou des tuiles plus petites aident.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so no chip was kept (of {chips}); lower MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE, which left out labels ({filtered}).</source>
            <translation>METADATA_FORMAT : {format} a besoin d'une étiquette dans au moins une imagette, donc aucune imagette n'a été gardée (sur {chips}) ; diminuez MIN_POLYGON_OVERLAP_RATIO et MIN_OBJECT_SIZE, qui ont omis des étiquettes ({filtered}).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips was kept: the class raster shows no class on them; check IN_CLASS_DATA, or choose another METADATA_FORMAT.</source>
            <translation>METADATA_FORMAT : {format} a besoin d'une étiquette dans au moins une imagette, aucune des {chips} imagettes n'a donc été gardée : le raster de classes n'y montre aucune classe ; vérifiez IN_CLASS_DATA, ou choisissez un autre METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips was kept: of {total} features {unclassified} have no class, {broken} have no usable geometry, and {others} lie outside the chips or cover no pixel's centre; check IN_CLASS_DATA and CLASS_VALUE_FIELD, or choose another METADATA_FORMAT.</source>
            <translation>METADATA_FORMAT : {format} a besoin d'une étiquette dans au moins une imagette, aucune des {chips} imagettes n'a donc été gardée : sur {total} entités, {unclassified} n'ont pas de classe, {broken} n'ont pas de géométrie utilisable, et {others} sont hors des imagettes ou ne couvrent le centre d'aucun pixel ; vérifiez IN_CLASS_DATA et CLASS_VALUE_FIELD, ou choisissez un autre METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: no raster is given.</source>
            <translation>{parameter} : aucun raster n'est donné.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is a vector layer; choose a raster.</source>
            <translation>{parameter} : {value} est une couche vecteur ; choisissez un raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is not a raster that QGIS can open; choose a raster file or layer.</source>
            <translation>{parameter} : {value} n'est pas un raster que QGIS peut ouvrir ; choisissez un fichier ou une couche raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is neither a raster file nor a raster layer of the project; check how it is spelled.</source>
            <translation>{parameter} : {value} n'est ni un fichier raster ni une couche raster du projet ; vérifiez l'orthographe.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: no class data are given, which {format} needs.</source>
            <translation>IN_CLASS_DATA : aucune donnée de classe n'est donnée, or {format} en a besoin.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is asked for in part; choose the layer itself, and SELECTED_ONLY for its selection.</source>
            <translation>IN_CLASS_DATA : {value} n'est demandé qu'en partie ; choisissez la couche elle-même, et SELECTED_ONLY pour sa sélection.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is not a vector or raster layer that QGIS can open; choose a file or layer of labels.</source>
            <translation>IN_CLASS_DATA : {value} n'est pas une couche vecteur ou raster que QGIS peut ouvrir ; choisissez un fichier ou une couche d'étiquettes.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is neither a file nor a layer of the project; check how it is spelled.</source>
            <translation>IN_CLASS_DATA : {value} n'est ni un fichier ni une couche du projet ; vérifiez l'orthographe.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>no server answers for {value}, or it has no such layer; check the address and the network, and try again.</source>
            <translation>aucun serveur ne répond pour {value}, ou il n'a pas cette couche ; vérifiez l'adresse et le réseau, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the server of the layer {value} does not answer, or no longer has it; check its address and the network, and try again.</source>
            <translation>le serveur de la couche {value} ne répond pas, ou ne l'a plus ; vérifiez son adresse et le réseau, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the file of the layer {value} is gone ({path}); bring it back, or choose another layer.</source>
            <translation>le fichier de la couche {value} a disparu ({path}) ; rétablissez-le, ou choisissez une autre couche.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the layer {value} is not valid, since its source cannot be opened.</source>
            <translation>la couche {value} n'est pas valide, car sa source ne peut pas être ouverte.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>EXTENT: {value} is not an area; give left, right, bottom and top, as in {example}.</source>
            <translation>EXTENT : {value} n'est pas une surface ; donnez gauche, droite, bas et haut, comme dans {example}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>EXTENT: {crs} is not a coordinate reference system that QGIS knows; give a code such as EPSG:4326.</source>
            <translation>EXTENT : {crs} n'est pas un système de coordonnées de référence que QGIS connaît ; donnez un code comme EPSG:4326.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: with REFERENCE_SYSTEM PIXEL_SPACE the whole raster is cut in its own pixels; leave it empty, or choose MAP_SPACE.</source>
            <translation>{parameter} : avec REFERENCE_SYSTEM PIXEL_SPACE, le raster entier est découpé dans ses propres pixels ; laissez-le vide, ou choisissez MAP_SPACE.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>{name} has no coordinate reference system; it is taken to be that of the other layer.</source>
            <translation>{name} n'a pas de système de coordonnées de référence ; celui de l'autre couche est supposé.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>BUFFER_RADIUS: {radius} is in {unit}, the unit of {name}.</source>
            <translation>BUFFER_RADIUS : {radius} est en {unit}, l'unité de {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>MIN_POLYGON_OVERLAP_RATIO is for features; the classified raster {name} takes no notice of it.</source>
            <translation>MIN_POLYGON_OVERLAP_RATIO vaut pour des entités vectorielles ; il est sans effet sur le raster classifié {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>IN_CLASS_DATA: {name} has no features.</source>
            <translation>IN_CLASS_DATA : {name} n'a pas d'entités.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>IN_CLASS_DATA: no label lies on the raster; labels extend over {labels}, the raster over {raster} (in the raster's coordinates).</source>
            <translation>IN_CLASS_DATA : aucune étiquette ne se trouve sur le raster ; les étiquettes s'étendent sur {labels}, le raster sur {raster} (dans les coordonnées du raster).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: {format} has no label rasters and takes no notice of it.</source>
            <translation>LABEL_RASTER_FORMAT : {format} n’a pas de rasters d’étiquettes et n’en tient pas compte.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: OUT_FOLDER holds label rasters as {suffix} files; choose {stored}, or another folder.</source>
            <translation>LABEL_RASTER_FORMAT : OUT_FOLDER contient des rasters d’étiquettes en fichiers {suffix} ; choisissez {stored} ou un autre dossier.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/object_size.py"/>
            <source>MIN_OBJECT_SIZE: no object of a chip has sides of {size} pixels or more, since chips are {width} x {height} pixels; give at most {most}.</source>
            <translation>MIN_OBJECT_SIZE : aucun objet d'une imagette n'a des côtés de {size} pixels ou plus, car les imagettes ont {width} x {height} pixels ; donnez au plus {most}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/polygon_layer.py"/>
            <source>{parameter}: {value} is not a vector layer that QGIS can open; choose a layer of polygons.</source>
            <translation>{parameter} : {value} n'est pas une couche vecteur que QGIS puisse ouvrir ; choisissez une couche de polygones.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/polygon_layer.py"/>
            <source>{parameter}: {name} is not a layer of polygons; choose one.</source>
            <translation>{parameter} : {name} n'est pas une couche de polygones ; choisissez-en une.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/raster_warnings.py"/>
            <source>IN_RASTER: band {band} of {name} is tagged as alpha, but holds many values; where it is 0, pixels count as transparent. If it is a measurement such as infrared, clear its tag first (Raster &gt; Conversion &gt; Translate with -colorinterp_{band} undefined).</source>
            <translation>IN_RASTER : la bande {band} de {name} est marquée comme alpha, mais contient beaucoup de valeurs ; là où elle vaut 0, les pixels comptent comme transparents. Si c'est une mesure comme l'infrarouge, ôtez d'abord la marque (Raster &gt; Conversion &gt; Convertir avec -colorinterp_{band} undefined).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>STRIDE_X: {width} x {height} pixels make {count} chips, but at most {most} can be numbered; make STRIDE_X, STRIDE_Y or CELL_SIZE larger, or choose an EXTENT.</source>
            <translation>STRIDE_X : {width} x {height} pixels font {count} imagettes, mais {most} au plus peuvent être numérotées ; augmentez STRIDE_X, STRIDE_Y ou CELL_SIZE, ou choisissez EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>ROTATION_ANGLE: with it there are {count} chips, but at most {most} can be numbered; make it, STRIDE_X or STRIDE_Y larger, or choose an EXTENT.</source>
            <translation>ROTATION_ANGLE : il donne {count} imagettes, mais on ne peut en numéroter que {most} ; augmentez l'angle, STRIDE_X ou STRIDE_Y, ou choisissez EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>CROP_MODE: the envelope of feature {fid} has {width} x {height} pixels and takes {size}; the most is {limit}, so choose FIXED_SIZE, or make CELL_SIZE larger.</source>
            <translation>CROP_MODE : l'emprise de l'entité {fid} compte {width} x {height} pixels et prend {size} ; le maximum est {limit} : choisissez FIXED_SIZE ou augmentez CELL_SIZE.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>TILE_SIZE_X: a chip of {width} x {height} pixels takes {size}; the most is {limit}, so make TILE_SIZE_X or TILE_SIZE_Y smaller.</source>
            <translation>TILE_SIZE_X : une imagette de {width} x {height} pixels prend {size} ; le maximum est {limit}, réduisez donc TILE_SIZE_X ou TILE_SIZE_Y.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>OUT_FOLDER: {path} is temporary, and goes when QGIS closes; to keep the export choose a folder that stays, such as {place}.</source>
            <translation>OUT_FOLDER : {path} est temporaire et disparaît à la fermeture de QGIS ; pour garder l'export, choisissez un dossier qui reste, comme {place}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>REPORT: {path} cannot be written: {reason}.</source>
            <translation>REPORT : {path} ne peut pas être écrit : {reason}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>OUT_FOLDER: {path} has {free} free, but the export of {count} chips takes about {needed}; choose another folder or an EXTENT, make STRIDE_X and STRIDE_Y larger, or write ONLY_TILES_WITH_FEATURES.</source>
            <translation>OUT_FOLDER : {path} a {free} libres, mais l'export de {count} imagettes occupe environ {needed} ; choisissez un autre dossier ou une EXTENT, augmentez STRIDE_X et STRIDE_Y, ou écrivez ONLY_TILES_WITH_FEATURES.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/scheduler.py"/>
            <source>DASK_SCHEDULER: the Python of QGIS has no package distributed; install it there (pip install distributed, or Debian's python3-distributed), or leave DASK_SCHEDULER empty.</source>
            <translation>DASK_SCHEDULER : le Python de QGIS n'a pas le paquet distributed ; installez-le là (pip install distributed, ou python3-distributed de Debian), ou laissez DASK_SCHEDULER vide.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/scheduler.py"/>
            <source>DASK_SCHEDULER: no scheduler answers at {address} ({reason}); start it, or leave DASK_SCHEDULER empty, and this machine makes the chips.</source>
            <translation>DASK_SCHEDULER : aucun ordonnanceur ne répond à {address} ({reason}) ; démarrez-le, ou laissez DASK_SCHEDULER vide, et cette machine fait les imagettes.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>SELECTED_ONLY: {name} is a raster, in which nothing can be selected; leave it off.</source>
            <translation>SELECTED_ONLY : {name} est un raster, où rien ne peut être sélectionné ; laissez-le désactivé.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>SELECTED_ONLY: no feature of {name} is selected; select some, or leave it off.</source>
            <translation>SELECTED_ONLY : aucune entité de {name} n'est sélectionnée ; sélectionnez-en, ou laissez-le désactivé.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{name} has a filter ({filter}); only the features that pass it are exported.</source>
            <translation>{name} a un filtre ({filter}) ; seules les entités qui le passent sont exportées.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{count} of {total} features of {name} are selected; only these are exported.</source>
            <translation>{count} entités de {name} sur {total} sont sélectionnées ; elles seules sont exportées.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{count} of {total} features of {name} are selected; all are exported. SELECTED_ONLY takes the selected ones alone.</source>
            <translation>{count} entités de {name} sur {total} sont sélectionnées ; toutes sont exportées. SELECTED_ONLY ne prend que celles qui sont sélectionnées.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/split_layer.py"/>
            <source>SPLIT_POLYGONS: {name} has no text field split, which says train, valid or test; its fields are {fields}.</source>
            <translation>SPLIT_POLYGONS : {name} n'a pas de champ de texte split qui dise train, valid ou test ; ses champs sont {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/split_layer.py"/>
            <source>SPLIT_POLYGONS: polygons decide on the split, not shares; set VALIDATION_PERCENT and TEST_PERCENT to 0, and leave SPLIT_BLOCK_SIZE empty.</source>
            <translation>SPLIT_POLYGONS : les polygones décident de la répartition, pas des parts ; mettez VALIDATION_PERCENT et TEST_PERCENT à 0, et laissez SPLIT_BLOCK_SIZE vide.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>{parameter}: {name} draws pictures, which are stretched already; leave it out.</source>
            <translation>{parameter} : {name} dessine des images, déjà étirées ; laissez-le vide.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>{parameter}: {name} holds numbers of a palette, which are no measurements; leave it out.</source>
            <translation>{parameter} : {name} contient des numéros de palette, qui ne sont pas des mesures ; laissez-le vide.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>STRETCH_RANGE: {count} ranges are given for {bands} bands; give one for all, or one for each.</source>
            <translation>STRETCH_RANGE : {count} plages sont données pour {bands} bandes ; donnez-en une pour toutes, ou une pour chacune.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>STRETCH: STRETCH_RANGE gives the numbers, so {stretch} is not used.</source>
            <translation>STRETCH : STRETCH_RANGE donne les nombres, {stretch} n'est donc pas utilisé.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {name} is a table without geometry.</source>
            <translation>IN_CLASS_DATA : {name} est une table sans géométrie.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {path} holds several layers, and the first, {taken}, is a table without geometry; choose another as in {example}. The others are {others}.</source>
            <translation>IN_CLASS_DATA : {path} contient plusieurs couches, et la première, {taken}, est une table sans géométrie ; choisissez-en une autre comme dans {example}. Les autres sont {others}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {path} holds several layers, of which the first, {taken}, is taken; choose another as in {example}. The others are {others}.</source>
            <translation>IN_CLASS_DATA : {path} contient plusieurs couches, dont la première, {taken}, est prise ; choisissez-en une autre comme dans {example}. Les autres sont {others}.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: the layer cannot be created; choose another file ({reason}).</source>
            <translation>CHIP_INDEX : la couche ne peut pas être créée ; choisissez un autre fichier ({reason}).</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} does not take chip {stem} ({reason}); choose another file or format for it. The training set itself is complete.</source>
            <translation>CHIP_INDEX : {format} n'accepte pas l'imagette {stem} ({reason}) ; choisissez un autre fichier ou format. Le jeu d'entraînement lui-même est complet.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} cannot be read back, so nothing tells whether it is complete.</source>
            <translation>CHIP_INDEX : {format} ne peut pas être relu, rien ne dit donc s'il est complet.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {path} ({format}) holds {found} of {count} chips ({reason}); choose another file or format for it. The training set itself is complete.</source>
            <translation>CHIP_INDEX : {path} ({format}) contient {found} imagettes sur {count} ({reason}) ; choisissez un autre fichier ou format. Le jeu d'entraînement lui-même est complet.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} keeps {limit} bytes of a text; texts that were shortened and end in {mark}: {count}. GeoPackage keeps all.</source>
            <translation>CHIP_INDEX : {format} garde {limit} octets d'un texte ; textes raccourcis, qui finissent par {mark} : {count}. GeoPackage garde tout.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} does not keep all names and texts as they are; GeoPackage does.</source>
            <translation>CHIP_INDEX : {format} ne garde pas tous les noms et textes tels quels ; GeoPackage le fait.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} holds the table without its polygons; GeoPackage holds both.</source>
            <translation>CHIP_INDEX : {format} contient la table sans ses polygones ; GeoPackage contient les deux.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/path.py"/>
            <source>CHIP_INDEX: {path} is not a plain file but a link, a pipe or a device; choose another file.</source>
            <translation>CHIP_INDEX : {path} n’est pas un fichier ordinaire mais un lien, un tube ou un périphérique ; choisissez un autre fichier.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>nodata for more than half</source>
            <translation>plus de la moitié sans données</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>with labels</source>
            <translation>avec étiquettes</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>without labels</source>
            <translation>sans étiquettes</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>{split}, with labels</source>
            <translation>{split}, avec étiquettes</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>{split}, without labels</source>
            <translation>{split}, sans étiquettes</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>Drawing the chip index</source>
            <translation>Dessin de l'index des imagettes</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Export training data for deep learning</source>
            <translation>Exporter des données d'entraînement pour l'apprentissage profond</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>chips,tiles,image chips,deep learning,machine learning,training data,object detection,segmentation,mask,labels,annotation,dataset,patches,bounding boxes,samples,split raster,tile images,annotations</source>
            <translation>imagettes,tuiles,chips,apprentissage profond,apprentissage automatique,données d'entraînement,détection d'objets,segmentation,masque,étiquettes,annotation,jeu de données,patchs,boîtes englobantes,échantillons,découper un raster,tuiler des images,annotations</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Cuts imagery into chips and writes the labels of each chip beside them.</source>
            <translation>Découpe l'imagerie en imagettes et écrit à côté les étiquettes de chacune.</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Turns imagery and labels into a training set for deep learning: a folder of image chips, a folder of labels, and the files that describe them as ArcGIS Pro writes them.

Chips lie on a regular grid from the raster's upper-left corner. Labels are clipped to each chip; a label counts as soon as its part in the chip has an area. Labels in another coordinate reference system are transformed to the raster's.</source>
            <translation>Transforme une imagerie et des étiquettes en un jeu d'entraînement pour l'apprentissage profond : un dossier d'imagettes, un dossier d'étiquettes et les fichiers qui les décrivent, tels qu'ArcGIS Pro les écrit.

Les imagettes forment une grille régulière à partir du coin supérieur gauche du raster. Les étiquettes sont découpées selon chaque imagette ; une étiquette compte dès que sa partie dans l'imagette a une surface. Les étiquettes dans un autre système de coordonnées de référence sont transformées vers celui du raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Proposing an output folder</source>
            <translation>Proposition d'un dossier de sortie</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Checking the parameters</source>
            <translation>Vérification des paramètres</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Preparing the export</source>
            <translation>Préparation de l'export</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>The algorithm was not prepared.</source>
            <translation>L'algorithme n'a pas été préparé.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/each_item.py"/>
            <source>OUT_FOLDER: {path} holds the chips of all {count} files of {name} already; choose another folder.</source>
            <translation>OUT_FOLDER : {path} contient déjà les imagettes des {count} fichiers de {name} ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/each_item.py"/>
            <source>File {number} of {count}: {path}</source>
            <translation>Fichier {number} sur {count} : {path}</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/export_of.py"/>
            <source>PROCESSING_MODE: {name} is no mosaic of files, so it is exported as one raster.</source>
            <translation>PROCESSING_MODE : {name} n'est pas une mosaïque de fichiers et est donc exporté comme un seul raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path}, a file of {name}, is no raster that QGIS can open.</source>
            <translation>PROCESSING_MODE : {path}, un fichier de {name}, n'est pas un raster que QGIS peut ouvrir.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path} has {bands} bands, and {name}, of which it is a file, {count}; choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE : {path} a {bands} bandes, et {name}, dont il fait partie, {count} ; choisissez PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path} and {other} have different coordinate reference systems, and blocks and polygons of a split lie in one; export without a split, or choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE : {path} et {other} ont des systèmes de coordonnées de référence différents, alors que les blocs et polygones d'une répartition sont dans un seul ; exportez sans répartition ou choisissez PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: pixels of {path} are of type {type}, those of {other} of type {other_type}, and chips of one set are of one; set STRETCH, or choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE : les pixels de {path} sont de type {type}, ceux de {other} de type {other_type}, alors que les imagettes d'un jeu sont d'un seul type ; indiquez STRETCH ou choisissez PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: bands of {path} are named {names}, those of {other} {other_names}, and chips of one set have the same; choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE : les bandes de {path} s'appellent {names}, celles de {other} {other_names}, alors que les imagettes d'un jeu ont les mêmes ; choisissez PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/one_export.py"/>
            <source>Exporting</source>
            <translation>Export</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/two_sets.py"/>
            <source>The rasters lie apart, so each is cut on its own pixels, into {folder}.</source>
            <translation>Les rasters ne se recouvrent pas : chacun est découpé sur ses propres pixels, dans {folder}.</translation>
        </message>
        <message>
            <location filename="../algorithms/field_widget.py"/>
            <source>Listing the fields of the class data</source>
            <translation>Liste des champs des données de classe</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: no second raster is given, which {format} needs.</source>
            <translation>IN_RASTER2 : aucun second raster n'est donné, or {format} en a besoin.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: {name} is the input raster itself; choose another raster, or leave it empty.</source>
            <translation>IN_RASTER2 : {name} est le raster en entrée lui-même ; choisissez un autre raster, ou laissez-le vide.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: {format} has one image for each chip; leave it empty, or choose one of {formats}.</source>
            <translation>IN_RASTER2 : {format} a une image par imagette ; laissez-le vide, ou choisissez parmi {formats}.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_CLASS_DATA: {name} is the input raster itself; choose the layer that holds the labels.</source>
            <translation>IN_CLASS_DATA : {name} est le raster en entrée lui-même ; choisissez la couche qui contient les étiquettes.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>OUT_FOLDER: no folder is given.</source>
            <translation>OUT_FOLDER : aucun dossier n'est indiqué.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>ROTATION_ANGLE: 360 degrees turn nothing; give an angle below, or 0 for none.</source>
            <translation>ROTATION_ANGLE : 360 degrés ne tournent rien ; donnez un angle plus petit, ou 0 pour aucun.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>ROTATION_ANGLE: {format} cannot say that a chip is turned; choose TIFF, PNG or JPEG.</source>
            <translation>ROTATION_ANGLE : {format} ne peut pas dire qu'une imagette est tournée ; choisissez TIFF, PNG ou JPEG.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>IN_CLASS_DATA: {format} has a chip for each feature, but {name} is a raster; choose a layer of polygons, points or lines, or MultiLabeled_Tiles as METADATA_FORMAT.</source>
            <translation>IN_CLASS_DATA : {format} a une imagette par entité, mais {name} est un raster ; choisissez une couche de polygones, de points ou de lignes, ou MultiLabeled_Tiles comme METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>STRIDE_X, STRIDE_Y: chips of {format} lie around features, so strides are not used.</source>
            <translation>STRIDE_X, STRIDE_Y : les imagettes de {format} sont autour d'entités, les pas ne sont donc pas utilisés.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>{parameter}: every chip of {format} has a label, so it is not used.</source>
            <translation>{parameter} : chaque imagette de {format} a une étiquette, il n'est donc pas utilisé.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>{parameter}: it is for {formats}; {format} takes no notice of it.</source>
            <translation>{parameter} : il vaut pour {formats} ; {format} n'en tient pas compte.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/chips.py"/>
            <source>Looking for the envelopes of features</source>
            <translation>Recherche des emprises des entités</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Chips</source>
            <translation>Imagettes</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>about {size}</source>
            <translation>environ {size}</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Time in one thread, without the disk</source>
            <translation>Durée dans un fil, sans le disque</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>about {count:.0f} s</source>
            <translation>environ {count:.0f} s</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>less than 1 s</source>
            <translation>moins de 1 s</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Making some chips to see what they take</source>
            <translation>Création de quelques imagettes pour voir ce qu’elles demandent</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>REPORT: {path} is a folder; give a file.</source>
            <translation>REPORT : {path} est un dossier ; donnez un fichier.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>REPORT: {path} is not writable; choose another file.</source>
            <translation>REPORT : {path} n'est pas accessible en écriture ; choisissez un autre fichier.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Opening the chip index</source>
            <translation>Ouverture de l'index des imagettes</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Reading the export back</source>
            <translation>Relecture de l'export</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Cancelled; the training set is complete, report and chip index are not.</source>
            <translation>Annulé ; le jeu d'entraînement est complet, le rapport et l'index des imagettes ne le sont pas.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Making the report</source>
            <translation>Création du rapport</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Closing the chip index</source>
            <translation>Fermeture de l'index des imagettes</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Adding chip {stem} to the chip index</source>
            <translation>Ajout de l'imagette {stem} à l'index des imagettes</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>EMPTY_CHIPS_PERCENT: ONLY_TILES_WITH_FEATURES writes no chip without labels, so it is not used.</source>
            <translation>EMPTY_CHIPS_PERCENT : ONLY_TILES_WITH_FEATURES n'écrit aucune imagette sans étiquettes, il n'est donc pas utilisé.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>MASK_MODE: there are no IN_MASK_POLYGONS, so it is not used.</source>
            <translation>MASK_MODE : il n'y a pas de IN_MASK_POLYGONS, il n'est donc pas utilisé.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Estimated size: at most {size}.</source>
            <translation>Taille estimée : au plus {size}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>The chips are added to those in {path}; their numbers begin with {number}.</source>
            <translation>Les imagettes s'ajoutent à celles de {path} ; leurs numéros commencent à {number}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Classes: {count} ({listed}).</source>
            <translation>Classes : {count} ({listed}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>CLASS_VALUE_FIELD is not set, so all labels are of class 1; fields that can be are {fields}.</source>
            <translation>CLASS_VALUE_FIELD n’est pas défini, donc toutes les étiquettes sont de la classe 1 ; les champs possibles sont {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>{field} holds text: its values are numbered by name.</source>
            <translation>{field} contient du texte : ses valeurs sont numérotées par nom.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that lie within IN_MASK_POLYGONS: {count} of {total}.</source>
            <translation>Imagettes situées dans IN_MASK_POLYGONS : {count} sur {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that IN_MASK_POLYGONS meet: {count} of {total}; {parts} of them reach beyond and are filled there.</source>
            <translation>Imagettes que IN_MASK_POLYGONS touche : {count} sur {total} ; {parts} d'entre elles dépassent et y sont remplies.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Bands of the chips: {bands}.</source>
            <translation>Bandes des imagettes : {bands}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Band {band}, which is left out, is alpha: pixels where it is 0 count as transparent.</source>
            <translation>La bande {band}, qui est omise, est alpha : les pixels où elle vaut 0 comptent comme transparents.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>TIFF chips are compressed: {compression}.</source>
            <translation>Les imagettes TIFF sont compressées : {compression}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit as the export that OUT_FOLDER holds; STRETCH_RANGE={ranges}.</source>
            <translation>Étiré à 8 bits comme l'export que contient OUT_FOLDER ; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit; STRETCH_RANGE={ranges}.</source>
            <translation>Étiré à 8 bits ; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit by {kind}, estimated from {pixels} pixels all over the area, which is too large to look at all of them; STRETCH_RANGE={ranges}.</source>
            <translation>Étiré à 8 bits par {kind}, estimé d'après {pixels} pixels répartis sur la zone, trop grande pour les examiner tous ; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit by {kind}, exactly over all pixels; STRETCH_RANGE={ranges}.</source>
            <translation>Étiré à 8 bits par {kind}, exactement sur tous les pixels ; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Pixels where band {band} is 0 count as transparent: the raster tags that band as alpha.</source>
            <translation>Les pixels où la bande {band} vaut 0 comptent comme transparents : le raster marque cette bande comme alpha.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips written: {chips}, {empty} of them without labels. Labels written: {objects}.</source>
            <translation>Imagettes écrites : {chips}, dont {empty} sans étiquettes. Étiquettes écrites : {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips written: {chips}.</source>
            <translation>Imagettes écrites : {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Time: {seconds:.1f} s, {rate} chips per second.</source>
            <translation>Durée : {seconds:.1f} s, {rate} imagettes par seconde.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Tiles that the server does not have, taken as empty: {count} (the first is {url}).</source>
            <translation>Tuiles que le serveur n'a pas, prises pour vides : {count} (la première est {url}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips whose second image has no valid pixel: {count} of {total}.</source>
            <translation>Imagettes dont la seconde image n'a aucun pixel valide : {count} sur {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that would be written: {chips}, {empty} of them without labels. Labels: {objects}.</source>
            <translation>Imagettes qui seraient écrites : {chips}, dont {empty} sans étiquette. Étiquettes : {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that would be written: {chips}.</source>
            <translation>Imagettes qui seraient écrites : {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips in {split}: {chips}.</source>
            <translation>Imagettes dans {split} : {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Time: {seconds:.1f} s; nothing was written.</source>
            <translation>Durée : {seconds:.1f} s ; rien n’a été écrit.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie outside IN_MASK_POLYGONS: {count}.</source>
            <translation>Imagettes écartées car situées hors de IN_MASK_POLYGONS : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because IN_MASK_POLYGONS do not hold their whole tile: {count}.</source>
            <translation>Imagettes écartées car IN_MASK_POLYGONS ne contient pas toute leur tuile : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they have no labels: {count}.</source>
            <translation>Imagettes omises parce qu'elles n'ont pas d'étiquettes : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because EMPTY_CHIPS_PERCENT limits those without labels: {count}.</source>
            <translation>Imagettes omises parce que EMPTY_CHIPS_PERCENT limite celles sans étiquettes : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie on the border between two splits: {count}.</source>
            <translation>Imagettes omises parce qu'elles sont à la limite entre deux parties : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie in no split with their whole tile: {count}.</source>
            <translation>Imagettes omises parce qu'elles ne sont pas dans une partie avec toute leur tuile : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie outside SPLIT_POLYGONS: {count}.</source>
            <translation>Imagettes omises parce qu'elles sont hors de SPLIT_POLYGONS : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they have no valid pixel: {count}.</source>
            <translation>Imagettes omises parce qu'elles n'ont aucun pixel valide : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features with an invalid geometry that was repaired: {count} (ids {ids}).</source>
            <translation>Entités dont la géométrie non valide a été réparée : {count} (id {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features of which only the polygons were taken, no points or lines: {count} (ids {ids}).</source>
            <translation>Entités dont seuls les polygones ont été pris, sans points ni lignes : {count} (ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because they are points or lines, not polygons: {count} (ids {ids}).</source>
            <translation>Entités laissées de côté car ce sont des points ou des lignes, non des polygones : {count} (ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because their geometry cannot be used: {count} (ids {ids}).</source>
            <translation>Entités omises parce que leur géométrie est inutilisable : {count} (id {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because they have no class: {count} (ids {ids}).</source>
            <translation>Entités omises parce qu'elles n'ont pas de classe : {count} (id {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels that no pixel shows, since they cover no pixel's centre or lie under others: {count}.</source>
            <translation>Étiquettes qu'aucun pixel ne montre, parce qu'elles ne couvrent le centre d'aucun pixel ou sont sous d'autres : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out because their box has no width or no height in two decimals: {count}.</source>
            <translation>Étiquettes laissées de côté car leur boîte n'a pas de largeur ou de hauteur avec deux décimales : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Instances written: {count}.</source>
            <translation>Instances écrites : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features cut by IN_MASK_POLYGONS, which take a part of them: {count}.</source>
            <translation>Entités coupées par IN_MASK_POLYGONS, dont une partie reste : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out by MIN_POLYGON_OVERLAP_RATIO, too little of their feature: {count}.</source>
            <translation>Étiquettes omises par MIN_POLYGON_OVERLAP_RATIO, trop peu de leur entité : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out by MIN_OBJECT_SIZE, a side of their box is shorter: {count}.</source>
            <translation>Étiquettes omises par MIN_OBJECT_SIZE, un côté de leur boîte est plus court : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/classes.py"/>
            <source>Reading the classes</source>
            <translation>Lecture des classes</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>{stride} pixels are more than a tile of {tile}, so the pixels between chips are in none; a stride up to the tile size leaves no gap.</source>
            <translation>{stride} pixels dépassent une tuile de {tile}, les pixels entre les imagettes ne sont donc dans aucune ; un pas jusqu'à la taille de la tuile ne laisse pas de trou.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>{tile} pixels are more than the raster's {pixels}, so the rest of each chip is nodata, or 0; a smaller tile is filled.</source>
            <translation>{tile} pixels dépassent les {pixels} du raster, le reste de chaque imagette est donc nodata, ou 0 ; une tuile plus petite est remplie.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>BUFFER_RADIUS: {radius} {unit} is more than the whole raster measures ({size}), so a single label can cover all chips; the unit is that of {name}.</source>
            <translation>BUFFER_RADIUS : {radius} {unit} dépasse la taille du raster entier ({size}), une seule étiquette peut donc couvrir toutes les imagettes ; l'unité est celle de {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/imagery.py"/>
            <source>Opening the raster {name}</source>
            <translation>Ouverture du raster {name}</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/imagery.py"/>
            <source>IMAGE_CHIP_FORMAT: {format} holds no alpha band, so band {band} of {name} is left out; transparent pixels hold the nodata value, or 0, and count in no statistic.</source>
            <translation>IMAGE_CHIP_FORMAT : {format} n'a pas de bande alpha, la bande {band} de {name} est donc laissée de côté ; les pixels transparents contiennent la valeur nodata, ou 0, et ne comptent dans aucune statistique.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: with REFERENCE_SYSTEM PIXEL_SPACE nothing says where a second raster lies; leave it empty, or choose MAP_SPACE.</source>
            <translation>IN_RASTER2 : avec REFERENCE_SYSTEM PIXEL_SPACE rien ne dit où se trouve un second raster ; laissez-le vide, ou choisissez MAP_SPACE.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: {format} holds no chips of {name}, which has {bands} bands of type {type}; choose another IMAGE_CHIP_FORMAT, or convert that raster first (Raster &gt; Conversion &gt; Translate).</source>
            <translation>IN_RASTER2 : {format} ne contient pas d'imagettes de {name}, qui a {bands} bandes de type {type} ; choisissez un autre IMAGE_CHIP_FORMAT, ou convertissez d'abord ce raster (Raster &gt; Conversion &gt; Traduire).</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: no transformation leads from the coordinate reference system of {raster} to that of {second}; correct the one that is wrong in the layer's properties.</source>
            <translation>IN_RASTER2 : aucune transformation ne mène du système de coordonnées de référence de {raster} à celui de {second} ; corrigez celui qui est faux dans les propriétés de la couche.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Cell size</source>
            <translation>Taille de cellule</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Width and height of a chip's pixels in map units of the raster. Not set: the raster's own. Layers without a resolution of their own need one: XYZ and other tiles (the size of a zoom level gives its own pixels), WMS and map services. Files and tiles are resampled to the nearest pixel; services that send any size resample by themselves.</source>
            <translation>Largeur et hauteur des pixels d'une imagette dans les unités de carte du raster. Non indiquée : celle du raster. Les couches sans résolution propre en demandent une : XYZ et autres tuiles (la taille d'un niveau de zoom donne exactement ses pixels), WMS et services de cartes. Les fichiers et les tuiles sont rééchantillonnés au pixel le plus proche ; les services qui envoient n'importe quelle taille rééchantillonnent eux-mêmes.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Extent</source>
            <translation>Emprise</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>The area to export, snapped outward to whole pixels; what lies outside counts as beyond the raster. Not set: the whole raster. XYZ tiles need one.</source>
            <translation>La zone à exporter, étendue vers l'extérieur à des pixels entiers ; ce qui est en dehors compte comme au-delà du raster. Non indiquée : tout le raster. Les tuiles XYZ en demandent une.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Mask polygons</source>
            <translation>Polygones de masque</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Polygons of the area whose labels are complete, in any coordinate reference system. Only what lies within them is written, so that nothing unlabelled is shown as background. Not set: the whole raster.</source>
            <translation>Polygones de la zone dont les étiquettes sont complètes, dans n'importe quel système de coordonnées de référence. Seul ce qui s'y trouve est écrit, afin que rien de non étiqueté ne passe pour de l'arrière-plan. Sans valeur : tout le raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Mask mode</source>
            <translation>Mode du masque</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>What becomes of chips that reach beyond the mask polygons. CHIPS_INSIDE: only chips whose whole tile lies within the polygons are written. BLACKEN_OUTSIDE: pixels whose centre lies outside hold the nodata value, or 0, and count in no statistic; labels are cut to the polygons.</source>
            <translation>Ce que deviennent les imagettes qui dépassent les polygones de masque. CHIPS_INSIDE : seules les imagettes dont toute la tuile se trouve dans les polygones sont écrites. BLACKEN_OUTSIDE : les pixels dont le centre se trouve dehors ont la valeur nodata, ou 0, et ne comptent dans aucune statistique ; les étiquettes sont découpées selon les polygones.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Empty chips percent</source>
            <translation>Pourcentage d'imagettes vides</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>With ALL_TILES: at most so many chips without labels are written, in percent of those with labels. They are drawn at random, always the same ones. Where there is a split, that goes for train; valid and test keep all of theirs. Not set: all.</source>
            <translation>Avec ALL_TILES : au plus autant d'imagettes sans étiquettes sont écrites, en pourcentage de celles qui en ont. Elles sont tirées au sort, toujours les mêmes. Où il y a une répartition, cela vaut pour train ; valid et test gardent toutes les leurs. Non défini : toutes.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Plan only</source>
            <translation>Planifier seulement</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Write no chip, only the report and the chip index of what would be written, from one look at the labels: chips, labels of each class and split, and what the export would take. The output folder is not touched.</source>
            <translation>N’écrire aucune imagette, seulement le rapport et l’index des imagettes de ce qui serait écrit, d’après une lecture des étiquettes : imagettes, étiquettes de chaque classe et de chaque partie, et ce que l’export demanderait. Le dossier de sortie n’est pas touché.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Report</source>
            <translation>Rapport</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>A page about the finished training set, for a browser: counts and sizes of the labels, what is worth a look before training, and pictures of up to 24 chips with their labels.</source>
            <translation>Une page pour le navigateur sur le jeu d'entraînement terminé : nombre et taille des étiquettes, ce qui mérite un coup d'œil avant l'entraînement, et images de 24 imagettes au plus avec leurs étiquettes.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Chip index</source>
            <translation>Index des imagettes</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>A polygon layer of the chips: where each lies, its files, its labels, and the share of its pixels that are valid.</source>
            <translation>Une couche de polygones des imagettes : où chacune se trouve, ses fichiers, ses étiquettes et la part de ses pixels qui sont valides.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Dataset description</source>
            <translation>Description du jeu de données</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Also write croissant.json, which catalogues and loaders of training data read: files, bands, classes, and where the data lies. Licence, citation and authors are for you to add; what you add stays when chips are added.</source>
            <translation>Écrire aussi croissant.json, que lisent les catalogues et les chargeurs de données d’entraînement : fichiers, bandes, classes et emplacement des données. La licence, la citation et les auteurs sont à ajouter par vous ; ce que vous ajoutez reste quand des imagettes sont ajoutées.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Minimum polygon overlap ratio</source>
            <translation>Part minimale de recouvrement</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Least share of a feature's area, from 0 to 1, that a chip has to show; a part that is less is no label of that chip, in boxes, masks and class maps alike. 0 keeps every part, 1 only features that lie in the chip as a whole. A classified raster takes no notice of it.</source>
            <translation>Part minimale de la surface d'une entité, de 0 à 1, qu'une imagette doit montrer ; une partie plus petite n'est pas une étiquette de cette imagette, ni dans les boîtes, ni dans les masques, ni dans les cartes de classes. 0 garde toutes les parties, 1 seulement les entités entières dans la imagette. Sans effet pour un raster classifié.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Minimum object size</source>
            <translation>Taille minimale d'objet</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Least length in pixels of the shorter side of the box that an object has in a chip; smaller objects are no labels, in boxes, masks and class maps alike. Of a classified raster the objects are the regions of one class that a chip shows.</source>
            <translation>Longueur minimale, en pixels, du plus petit côté de la boîte d'un objet dans une imagette ; les objets plus petits ne sont pas des étiquettes, ni dans les boîtes, ni dans les masques, ni dans les cartes de classes. Dans un raster classifié, les objets sont les régions d'une classe que montre une imagette.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Instance data</source>
            <translation>Données d'instances</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>For Panoptic_Segmentation: the objects that are told apart one by one, polygons or a classified raster in any coordinate reference system, beside the input class data, which say of each pixel what it is.</source>
            <translation>Pour Panoptic_Segmentation : les objets distingués un à un, polygones ou raster classifié dans n'importe quel système de coordonnées de référence, à côté des données de classe, qui disent de chaque pixel ce qu'il est.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Instance class value field</source>
            <translation>Champ de la valeur de classe des instances</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>The field that tells classes of the instance data apart, as the class value field does for the class data; class 0 is not taken.</source>
            <translation>Le champ qui distingue les classes des données d'instances, comme le champ de la valeur de classe le fait pour les données de classe ; la classe 0 n'est pas acceptée.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Selected features only</source>
            <translation>Entités sélectionnées uniquement</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Only features that are selected in the layer of the class data become labels; classes are those of these features. Off: all features, selected or not.</source>
            <translation>Seules les entités sélectionnées dans la couche des données de classe deviennent des étiquettes ; les classes sont celles de ces entités. Désactivé : toutes les entités, sélectionnées ou non.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Validation percent</source>
            <translation>Pourcentage de validation</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Share of the chips with labels that goes into the folder valid. The map is cut into blocks, each of which is train, valid or test as a whole, so that no ground is in two of them; chips on a border between two are not written. Blocks are chosen so that each class is shared out alike. 0 for this and the test: no split.</source>
            <translation>Part des imagettes avec étiquettes qui va dans le dossier valid. La carte est découpée en blocs, dont chacun est tout entier train, valid ou test, de sorte qu'aucun terrain n'est dans deux d'entre eux ; les imagettes à la limite entre deux ne sont pas écrites. Les blocs sont choisis de façon que chaque classe soit répartie de même. 0 ici et pour le test : pas de répartition.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Test percent</source>
            <translation>Pourcentage de test</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Share of the chips with labels that goes into the folder test, likewise.</source>
            <translation>Part des imagettes avec étiquettes qui va dans le dossier test, de la même façon.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split block size</source>
            <translation>Taille de bloc de la répartition</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Side of a block in map units of the raster, at least a tile. Not set: 8 tiles. Small blocks share out rare classes more evenly, large ones cost fewer chips on borders and lie further apart. An export that is added to a folder keeps the blocks that are there.</source>
            <translation>Côté d'un bloc en unités de carte du raster, au moins une tuile. Non défini : 8 tuiles. De petits blocs répartissent mieux les classes rares, de grands coûtent moins d'imagettes aux limites et sont plus éloignés les uns des autres. Un export ajouté à un dossier garde les blocs qui s'y trouvent.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split seed</source>
            <translation>Graine de la répartition</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Another number gives another split.</source>
            <translation>Un autre nombre donne une autre répartition.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split polygons</source>
            <translation>Polygones de la répartition</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Polygons in place of shares and blocks, in any coordinate reference system; their text field split says train, valid or test. A chip is written where its whole tile lies in polygons of one split and in none of another.</source>
            <translation>Polygones à la place de parts et de blocs, dans n'importe quel système de coordonnées de référence ; leur champ de texte split dit train, valid ou test. Une imagette est écrite où toute sa tuile est dans des polygones d'une partie et dans aucun d'une autre.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Input raster</source>
            <translation>Raster en entrée</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The imagery: a raster file, a virtual mosaic, or a layer of a web service (XYZ, WMS, WMTS, WCS, ArcGIS image or map service). Chips keep its pixels, bands, pixel type and nodata value; nothing is resampled unless a cell size is set. Services that draw pictures give red, green and blue; their transparent pixels are 0 and masked out.</source>
            <translation>L'imagerie : un fichier raster, une mosaïque virtuelle ou une couche d'un service web (XYZ, WMS, WMTS, WCS, service d'images ou de cartes ArcGIS). Les imagettes gardent ses pixels, ses bandes, son type de pixel et sa valeur nodata ; rien n'est rééchantillonné sauf si une taille de cellule est indiquée. Les services qui dessinent des images donnent rouge, vert et bleu ; leurs pixels transparents valent 0 et sont masqués.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Output folder</source>
            <translation>Dossier en sortie</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Gets the folders images and labels and the files that describe them. It is created if it does not exist; nothing in it is overwritten. Choose one that stays, such as training_data in your home folder: a temporary folder goes when QGIS closes.</source>
            <translation>Reçoit les dossiers images et labels et les fichiers qui les décrivent. Il est créé s'il n'existe pas ; rien de ce qu'il contient n'est écrasé. Choisissez-en un qui reste, comme training_data dans votre dossier personnel : un dossier temporaire disparaît à la fermeture de QGIS.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Input class data</source>
            <translation>Données de classes</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The labels, in any coordinate reference system: polygons, points or lines (with a buffer radius), or a classified raster, whose pixels are class values; 0 and nodata mean no class. Export_Tiles and CycleGAN have no labels and need none.</source>
            <translation>Les étiquettes, dans n'importe quel système de coordonnées de référence : polygones, points ou lignes (avec un rayon de tampon), ou un raster classifié, dont les pixels sont des valeurs de classe ; 0 et nodata signifient aucune classe. Export_Tiles et CycleGAN n'ont pas d'étiquettes et n'en ont pas besoin.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Image chip format</source>
            <translation>Format des imagettes</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>TIFF (any pixels), PNG (8 or 16 bit, up to 4 bands), JPEG (8 bit, 1 or 3 bands) or MRF (any pixels).</source>
            <translation>TIFF (tout type de pixel), PNG (8 ou 16 bits, jusqu'à 4 bandes), JPEG (8 bits, 1 ou 3 bandes) ou MRF (tout type de pixel).</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Tile size X</source>
            <translation>Taille de tuile X</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Width of a chip in pixels.</source>
            <translation>Largeur d'une imagette en pixels.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Tile size Y</source>
            <translation>Taille de tuile Y</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Height of a chip in pixels.</source>
            <translation>Hauteur d'une imagette en pixels.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Stride X</source>
            <translation>Pas X</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Step to the next chip on the right in pixels. The tile size gives chips side by side, half of it an overlap of 50 %.</source>
            <translation>Pas jusqu'à l'imagette suivante à droite, en pixels. La taille de tuile donne des imagettes côte à côte, sa moitié un recouvrement de 50 %.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Stride Y</source>
            <translation>Pas Y</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Step to the next chip below in pixels.</source>
            <translation>Pas jusqu'à l'imagette suivante vers le bas, en pixels.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Output no feature tiles</source>
            <translation>Imagettes sans entités</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>ALL_TILES writes every chip, ONLY_TILES_WITH_FEATURES only those that show a label. Chips without any valid pixel are never written.</source>
            <translation>ALL_TILES écrit toutes les imagettes, ONLY_TILES_WITH_FEATURES seulement celles qui montrent une étiquette. Les imagettes sans aucun pixel valide ne sont jamais écrites.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Metadata format</source>
            <translation>Format des métadonnées</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>How labels are written: KITTI_rectangles (text) or PASCAL_VOC_rectangles (XML), the box of each label's part in the chip; Classified_Tiles, an image of class values; RCNN_Masks, an image of numbered objects per class; COCO, boxes and outlines of all chips in one JSON file; YOLO_detect, YOLO_segment and YOLO_obb, text with a box, an outline or a rotated rectangle for each label, and data.yaml; DOTA, text with rotated rectangles; Labeled_Tiles, one chip for each feature, and XML with its class and box; MultiLabeled_Tiles, XML with the names of the classes that a chip shows; Imagenet, one chip for each feature, in the folder of its class; Export_Tiles, chips alone, without labels; CycleGAN, the same of two rasters, in folders A and B; Panoptic_Segmentation, an image of class values, and one of numbered objects for each class of the instance data. COCO, YOLO and DOTA take chips of 8 bit with 1, 3 or 4 bands.</source>
            <translation>Comment les étiquettes sont écrites : KITTI_rectangles (texte) ou PASCAL_VOC_rectangles (XML), le rectangle de la partie de chaque étiquette dans l'imagette ; Classified_Tiles, une image des valeurs de classe ; RCNN_Masks, une image d'objets numérotés par classe ; COCO, rectangles et contours de toutes les imagettes dans un fichier JSON ; YOLO_detect, YOLO_segment et YOLO_obb, du texte avec un rectangle, un contour ou un rectangle tourné pour chaque étiquette, et data.yaml ; DOTA, du texte avec des rectangles tournés ; Labeled_Tiles, une vignette par entité et un XML avec sa classe et son rectangle ; MultiLabeled_Tiles, du XML avec les noms des classes que montre une imagette ; Imagenet, une vignette par entité dans le dossier de sa classe ; Export_Tiles, les imagettes seules, sans étiquettes ; CycleGAN, la même chose de deux rasters, dans les dossiers A et B ; Panoptic_Segmentation, une image des valeurs de classe et une d'objets numérotés pour chaque classe des données d'instances. COCO, YOLO et DOTA prennent des imagettes de 8 bits à 1, 3 ou 4 bandes.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Start index</source>
            <translation>Indice de départ</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Number of the first chip; file names count up from it. -1 appends: it stands for the number after the last chip in the output folder, 0 in a new one, so that one batch can put several rasters into one folder.</source>
            <translation>Numéro de la première imagette ; les noms de fichiers comptent à partir de lui. -1 ajoute : il désigne le numéro qui suit la dernière imagette du dossier de sortie, 0 dans un nouveau, si bien qu'un lot peut mettre plusieurs rasters dans un même dossier.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Class value field</source>
            <translation>Champ de la valeur de classe</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The field that tells classes apart: whole numbers from 0, or text, which is numbered from 1 by sorted name. Not set: a field named classvalue or value; if there is none, all labels are one class.</source>
            <translation>Le champ qui distingue les classes : nombres entiers à partir de 0, ou texte, numéroté à partir de 1 dans l'ordre des noms. Non indiqué : un champ nommé classvalue ou value ; s'il n'y en a pas, toutes les étiquettes sont d'une seule classe.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Buffer radius</source>
            <translation>Rayon de tampon</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Radius of the area around each feature, in units of the class data's layer. Points and lines need one; polygons grow by it.</source>
            <translation>Rayon de la surface autour de chaque entité, dans les unités de la couche des données de classes. Les points et les lignes en demandent un ; les polygones s'agrandissent d'autant.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not what this parameter takes.</source>
            <translation>{name} : {value} n'est pas ce que prend ce paramètre.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a whole number from {minimum} to {maximum}.</source>
            <translation>{name} : {value} n'est pas un nombre entier de {minimum} à {maximum}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a number from {minimum} to {maximum}.</source>
            <translation>{name} : {value} n'est pas un nombre de {minimum} à {maximum}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is neither true nor false.</source>
            <translation>{name} : {value} n’est ni true ni false.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not one of {choices}.</source>
            <translation>{name} : {value} n'est aucun de {choices}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a length above 0.</source>
            <translation>{name} : {value} n'est pas une longueur supérieure à 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Rotation angle</source>
            <translation>Angle de rotation</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Each chip is written once more at every multiple of this angle below 360 degrees, turned clockwise about its centre: 45 gives 8 chips for one. Each pixel is the nearest of the raster; labels are turned as polygons before they are cut to the chip. 0: chips are not turned.</source>
            <translation>Chaque imagette est écrite encore une fois à chaque multiple de cet angle inférieur à 360 degrés, tournée dans le sens des aiguilles d'une montre autour de son centre : 45 donne 8 imagettes pour une. Chaque pixel est le plus proche du raster ; les étiquettes sont tournées en tant que polygones avant d'être coupées à la imagette. 0 : les imagettes ne sont pas tournées.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Reference system</source>
            <translation>Système de référence</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>MAP_SPACE: chips lie on the map, and the raster has to be north up. PIXEL_SPACE: the raster is cut in its own rows and columns, however it is placed: rotated, by ground control points or by a camera model (RPC). Labels are brought there by the raster's own transformation; chips have no coordinate reference system, their world files count pixels, and lengths in map units of the raster are in pixels. Cell size and extent cannot be set.</source>
            <translation>MAP_SPACE : les imagettes sont sur la carte, et le raster doit être orienté au nord. PIXEL_SPACE : le raster est découpé dans ses propres lignes et colonnes, quelle que soit sa position : tourné, par des points de contrôle ou par un modèle de caméra (RPC). La transformation du raster y amène les étiquettes ; les imagettes n'ont pas de système de coordonnées, leurs fichiers world comptent les pixels, et les longueurs en unités de carte du raster sont en pixels. La taille de cellule et l'emprise ne peuvent pas être définies.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Processing mode</source>
            <translation>Mode de traitement</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>What a mosaic of files (a virtual raster or a tile index) is. PROCESS_AS_MOSAICKED_IMAGE: one raster. PROCESS_ITEMS_SEPARATELY: each of its files is a raster of its own, with its own grid, coordinate reference system and cell size; numbers, classes and statistics go on from file to file.</source>
            <translation>Ce qu'est une mosaïque de fichiers (un raster virtuel ou un index de tuiles). PROCESS_AS_MOSAICKED_IMAGE : un raster. PROCESS_ITEMS_SEPARATELY : chacun de ses fichiers est un raster à part, avec sa grille, son système de coordonnées et sa taille de cellule ; numéros, classes et statistiques continuent de fichier en fichier.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Crop mode</source>
            <translation>Mode de découpage</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>How large the chips of Labeled_Tiles and Imagenet are, which have one chip for each feature. FIXED_SIZE: of the tile size, centred on the feature, and moved inside the raster where it is large enough. BOUNDING_BOX: the feature's envelope in whole pixels. Other formats take no notice of it.</source>
            <translation>La taille des imagettes de Labeled_Tiles et d'Imagenet, qui en ont une par entité. FIXED_SIZE : celle de la tuile, centrée sur l'entité, et déplacée dans le raster s'il est assez grand. BOUNDING_BOX : l'emprise de l'entité en pixels entiers. Les autres formats n'en tiennent pas compte.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Blacken around feature</source>
            <translation>Noircir autour de l'entité</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>For Labeled_Tiles and Imagenet: pixels whose centre lies outside the chip's feature hold the nodata value, or 0, and count in no statistic. Other formats take no notice of it.</source>
            <translation>Pour Labeled_Tiles et Imagenet : les pixels dont le centre est hors de l'entité de la imagette ont la valeur nodata, ou 0, et ne comptent dans aucune statistique. Les autres formats n'en tiennent pas compte.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: band {band} is given twice; give each band once.</source>
            <translation>{name} : la bande {band} est indiquée deux fois ; indiquez chaque bande une fois.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is not a list of band numbers; give numbers such as 3;2;1.</source>
            <translation>{name} : {value} n'est pas une liste de numéros de bande ; donnez des numéros comme 3;2;1.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is no range; the first value has to be less than the second.</source>
            <translation>{name} : {value} n'est pas une plage ; la première valeur doit être inférieure à la seconde.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is not a list of ranges; give least and greatest value as in 0,3000;10,2500.</source>
            <translation>{name} : {value} n'est pas une liste de plages ; donnez la plus petite et la plus grande valeur comme dans 0,3000;10,2500.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Bands</source>
            <translation>Bandes</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>The raster's bands that chips have, in the order given. Not set: all of them. A raster's alpha band that is not among them is left out, but still tells which pixels are transparent: they hold the nodata value, or 0, and count in no statistic.</source>
            <translation>Les bandes du raster que contiennent les imagettes, dans l'ordre donné. Non défini : toutes. Une bande alpha du raster qui n'en fait pas partie est omise, mais indique toujours quels pixels sont transparents : ils prennent la valeur nodata, ou 0, et ne comptent dans aucune statistique.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Stretch</source>
            <translation>Étirement</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Makes chips of 8 bit, with one stretch for each band in the whole export: from the least to the greatest value (MINIMUM_MAXIMUM), between 2 % and 98 % of the values (CUMULATIVE_CUT), or two standard deviations around the mean (STANDARD_DEVIATION). Values become 1 to 255, nodata 0. All pixels of the area are looked at, of a very large one a sample. An export that is added to a folder takes the numbers of the first one. An alpha band is not stretched.</source>
            <translation>Fait des imagettes de 8 bits, avec un étirement par bande pour tout l'export : de la plus petite à la plus grande valeur (MINIMUM_MAXIMUM), entre 2 % et 98 % des valeurs (CUMULATIVE_CUT), ou deux écarts types autour de la moyenne (STANDARD_DEVIATION). Les valeurs deviennent 1 à 255, nodata 0. Tous les pixels de la zone sont examinés ; d'une très grande, un échantillon. Un export ajouté à un dossier reprend les nombres du premier. Une bande alpha n'est pas étirée.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Stretch range</source>
            <translation>Plage de l'étirement</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>The numbers of the stretch in place of those that STRETCH finds, as min,max;min,max: the values that become 1 and 255, one pair for all bands or one for each. The log of an export states its numbers like this, for a second scene.</source>
            <translation>Les nombres de l'étirement à la place de ceux que trouve STRETCH, sous la forme min,max;min,max : les valeurs qui deviennent 1 et 255, une paire pour toutes les bandes ou une pour chacune. Le journal d'un export donne ses nombres ainsi, pour une seconde scène.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Second raster</source>
            <translation>Second raster</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>A second image for each chip of Classified_Tiles, Export_Tiles and CycleGAN, such as the same place at another time: the nearest pixel of this raster under the centre of each of the chip's, with its own bands and pixel type, in the folder images2 (CycleGAN: B). Any cell size and coordinate reference system; BANDS and STRETCH are of the input raster alone. CycleGAN cuts rasters that lie apart each on its own pixels. Not set: none.</source>
            <translation>Une seconde image pour chaque imagette de Classified_Tiles, d'Export_Tiles et de CycleGAN, par exemple le même lieu à un autre moment : le pixel le plus proche de ce raster sous le centre de chaque pixel de l'imagette, avec ses propres bandes et son type de pixel, dans le dossier images2 (CycleGAN : B). Toute taille de cellule et tout système de coordonnées de référence ; BANDS et STRETCH ne concernent que le raster en entrée. CycleGAN découpe les rasters qui ne se recouvrent pas chacun sur ses propres pixels. Non défini : aucune.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>TIFF compression</source>
            <translation>Compression TIFF</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>How TIFF chips are compressed, without loss: NONE (training reads them fastest), LZW, DEFLATE (small and quick to write) or ZSTD (quickest, where GDAL has it; OpenCV does not open it). Other formats take no notice of it.</source>
            <translation>Comment les imagettes TIFF sont compressées, sans perte : NONE (l'entraînement les lit le plus vite), LZW, DEFLATE (petit et rapide à écrire) ou ZSTD (le plus rapide, là où GDAL l'a ; OpenCV ne l'ouvre pas). Les autres formats n'en tiennent pas compte.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Label raster format</source>
            <translation>Format des rasters d’étiquettes</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>What label rasters are, of Classified_Tiles and RCNN_Masks: TIFF, or PNG for programs that read no TIFF, such as TensorFlow. PNG has the colours of the classes, and holds values up to 65535.</source>
            <translation>Ce que sont les rasters d’étiquettes de Classified_Tiles et RCNN_Masks : TIFF, ou PNG pour les programmes qui ne lisent pas le TIFF, comme TensorFlow. PNG a les couleurs des classes et contient des valeurs jusqu’à 65535.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not a number; give a distance in units of the labels' layer.</source>
            <translation>{name} : {value} n'est pas un nombre ; donnez une distance dans l'unité de la couche d'étiquettes.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not the name of one field.</source>
            <translation>{name} : {value} n'est pas le nom d'un champ.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not a path; give one as text.</source>
            <translation>{name} : {value} n'est pas un chemin ; donnez-en un sous forme de texte.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>HTML files (*.html)</source>
            <translation>Fichiers HTML (*.html)</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Workers</source>
            <translation>Processus</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Processes that make chips beside each other, without QGIS, where the work is long enough to pay for their start. The files are the same for any number. 1: this process alone. Not set: as many as Processing's setting of threads says.</source>
            <translation>Processus qui font des imagettes côte à côte, sans QGIS, si le travail est assez long pour compenser leur démarrage. Les fichiers sont les mêmes quel que soit leur nombre. 1 : ce processus seul. Non défini : autant que le dit le réglage des fils d'exécution de Traitements.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Dask scheduler</source>
            <translation>Ordonnanceur Dask</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Address of a Dask scheduler whose workers make the chips in place of processes on this machine; they must see imagery and output folder under the same paths, and have this plugin's package. Workers is then the most that are used. Not set: this machine.</source>
            <translation>Adresse d'un ordonnanceur Dask dont les agents font les imagettes à la place de processus de cette machine ; ils doivent voir l'imagerie et le dossier de sortie sous les mêmes chemins et avoir le paquet de cette extension. Processus est alors le maximum utilisé. Non défini : cette machine.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>{name}: {value} is no address of a Dask scheduler, such as tcp://host:8786.</source>
            <translation>{name} : {value} n'est pas l'adresse d'un ordonnanceur Dask, comme tcp://host:8786.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Image chips written.</source>
            <translation>Imagettes écrites.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Features</source>
            <translation>Entités</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Labels written, one per feature and chip.</source>
            <translation>Étiquettes écrites, une par entité et imagette.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Classes</source>
            <translation>Classes</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Classes of the class data.</source>
            <translation>Classes des données de classes.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Empty chips</source>
            <translation>Imagettes vides</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Image chips written that show no label.</source>
            <translation>Imagettes écrites qui ne montrent aucune étiquette.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>Reading the polygons of the mask</source>
            <translation>Lecture des polygones du masque</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>IN_MASK_POLYGONS: the polygons of {name} meet no chip; check that layer and EXTENT.</source>
            <translation>IN_MASK_POLYGONS : les polygones de {name} ne touchent aucune imagette ; vérifiez cette couche et EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>IN_MASK_POLYGONS: no chip lies within the polygons of {name} with its whole tile; draw them larger, make TILE_SIZE_X and TILE_SIZE_Y smaller, or set MASK_MODE to BLACKEN_OUTSIDE.</source>
            <translation>IN_MASK_POLYGONS : aucune imagette ne se trouve avec toute sa tuile dans les polygones de {name} ; agrandissez-les, diminuez TILE_SIZE_X et TILE_SIZE_Y, ou mettez MASK_MODE à BLACKEN_OUTSIDE.</translation>
        </message>
        <message>
            <location filename="../algorithms/preparation.py"/>
            <source>Opening the class data {name}</source>
            <translation>Ouverture des données de classe {name}</translation>
        </message>
        <message>
            <location filename="../algorithms/preparation.py"/>
            <source>Looking at the data</source>
            <translation>Examen des données</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} has points or lines; give polygons or a classified raster.</source>
            <translation>IN_CLASS_DATA : {name} a des points ou des lignes ; donnez des polygones ou un raster classifié.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} is neither a vector nor a raster layer.</source>
            <translation>IN_CLASS_DATA : {name} n'est ni une couche vecteur ni une couche raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {radius} is not a distance from 0.</source>
            <translation>BUFFER_RADIUS : {radius} n'est pas une distance à partir de 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {name} is a raster, which has no radius; set it to 0.</source>
            <translation>BUFFER_RADIUS : {name} est un raster, qui n'a pas de rayon ; mettez-le à 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {name} has points or lines, which need a radius above 0 in units of that layer.</source>
            <translation>BUFFER_RADIUS : {name} contient des points ou des lignes, qui demandent un rayon supérieur à 0 dans les unités de cette couche.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} is the points or lines of a file that mixes types of geometry; choose its polygons with {source}, or set BUFFER_RADIUS above 0.</source>
            <translation>IN_CLASS_DATA : {name} contient les points ou lignes d'un fichier qui mélange des types de géométrie ; choisissez ses polygones avec {source}, ou donnez à BUFFER_RADIUS une valeur supérieure à 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {layer} is a raster and has no field {name}; leave it empty.</source>
            <translation>CLASS_VALUE_FIELD : {layer} est un raster et n'a pas de champ {name} ; laissez-le vide.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {layer} has no field {name}; its fields are {fields}.</source>
            <translation>CLASS_VALUE_FIELD : {layer} n'a pas de champ {name} ; ses champs sont {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {name} is a field of type {type}, which holds no classes; fields of {layer} that can are {fields}.</source>
            <translation>CLASS_VALUE_FIELD : {name} est un champ de type {type}, qui ne contient pas de classes ; les champs de {layer} qui le peuvent sont {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: QGIS takes the name {name} for a list of fields, since it has a semicolon; rename that field.</source>
            <translation>CLASS_VALUE_FIELD : QGIS prend le nom {name} pour une liste de champs, car il a un point-virgule ; renommez ce champ.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/unlabelled.py"/>
            <source>OUTPUT_NOFEATURE_TILES: {format} writes no labels, so no chip would show one; choose ALL_TILES.</source>
            <translation>OUTPUT_NOFEATURE_TILES : {format} n'écrit pas d'étiquettes, aucune imagette n'en montrerait donc ; choisissez ALL_TILES.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/unlabelled.py"/>
            <source>{format} writes no labels and takes no notice of it.</source>
            <translation>{format} n'écrit pas d'étiquettes et n'en tient pas compte.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Measuring the pixels</source>
            <translation>Mesure des pixels</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Opening the journal</source>
            <translation>Ouverture du journal</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Taking up the journal</source>
            <translation>Reprise du journal</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>An earlier run was interrupted; going on at chip {done} of {total}.</source>
            <translation>Une exécution antérieure a été interrompue ; reprise à l'imagette {done} sur {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>OUT_FOLDER: another export has written to {path} meanwhile; start again.</source>
            <translation>OUT_FOLDER : un autre export a écrit entre-temps dans {path} ; recommencez.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Looking for features without geometry</source>
            <translation>Recherche d'entités sans géométrie</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Checking the chips in {path}</source>
            <translation>Vérification des imagettes dans {path}</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Writing the dataset files</source>
            <translation>Écriture des fichiers du jeu de données</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Classes without a label in any chip: {classes}.</source>
            <translation>Classes sans étiquette dans aucune imagette : {classes}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label: MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE left out {count}; lower these.</source>
            <translation>Aucune imagette ne montre d'étiquette : MIN_POLYGON_OVERLAP_RATIO et MIN_OBJECT_SIZE en ont omis {count} ; diminuez-les.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label: those that lie in chips are too small to show ({count}); a smaller CELL_SIZE or a BUFFER_RADIUS helps.</source>
            <translation>Aucune imagette ne montre d'étiquette : celles qui s'y trouvent sont trop petites pour se voir ({count}) ; une CELL_SIZE plus petite ou un BUFFER_RADIUS aide.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label; features that lie outside the chips: {count} of {total}.</source>
            <translation>Aucune imagette ne montre d'étiquette ; entités qui se trouvent en dehors des imagettes : {count} sur {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>The export is in a temporary folder, which goes when QGIS closes; copy {path} to keep it.</source>
            <translation>L'export est dans un dossier temporaire, qui disparaît à la fermeture de QGIS ; copiez {path} pour le garder.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Cancelled.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Cancelled; the chips written so far remain in {path}, without dataset files. The same call goes on behind them; to begin anew, delete the folder first.</source>
            <translation>Annulé ; les imagettes écrites jusqu'ici restent dans {path}, sans fichiers du jeu de données. Le même appel continue après elles ; pour recommencer, supprimez d'abord le dossier.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} ({columns} across, {rows} down, at {angles} angles), {width} x {height} pixels each.</source>
            <translation>Imagettes prévues : {total} ({columns} en largeur, {rows} en hauteur, à {angles} angles), de {width} x {height} pixels chacune.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} (around {features} features, at {angles} angles), {width} x {height} pixels each.</source>
            <translation>Imagettes prévues : {total} (autour de {features} entités, à {angles} angles), de {width} x {height} pixels chacune.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} (around {features} features, at {angles} angles), as large as the features' envelopes.</source>
            <translation>Imagettes prévues : {total} (autour de {features} entités, à {angles} angles), aussi grandes que les emprises des entités.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} ({columns} across, {rows} down), {width} x {height} pixels each.</source>
            <translation>Imagettes prévues : {total} ({columns} en largeur, {rows} en hauteur), de {width} x {height} pixels chacune.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Raster: {name}. Pixels to export: {width} x {height}; bands: {bands}; type: {type}; cell size: {cell}; CRS: {crs}.</source>
            <translation>Raster : {name}. Pixels à exporter : {width} x {height} ; bandes : {bands} ; type : {type} ; taille de cellule : {cell} ; SCR : {crs}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Second raster: {name}. Bands: {bands}; type: {type}; cell size: {cell}; CRS: {crs}; of its pixels the nearest are taken.</source>
            <translation>Second raster : {name}. Bandes : {bands} ; type : {type} ; taille de cellule : {cell} ; SCR : {crs} ; de ses pixels, les plus proches sont pris.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns of the raster; class pixels lie on its own.</source>
            <translation>Les imagettes sont découpées en lignes et colonnes du raster ; les pixels de classe sont sur les siens.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the geotransform brings labels there.</source>
            <translation>Les imagettes sont découpées en lignes et colonnes ; la géotransformation y amène les étiquettes.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the control points bring labels there.</source>
            <translation>Les imagettes sont découpées en lignes et colonnes ; les points de contrôle y amènent les étiquettes.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the camera model (RPC) brings labels there.</source>
            <translation>Les imagettes sont découpées en lignes et colonnes ; le modèle de caméra (RPC) y amène les étiquettes.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns of the raster, which nothing places on the map.</source>
            <translation>Les imagettes sont découpées en lignes et colonnes du raster, que rien ne place sur la carte.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}, a class raster. Pixels: {width} x {height}; CRS: {crs}, as the raster's.</source>
            <translation>Étiquettes : {name}, un raster de classes. Pixels : {width} x {height} ; SCR : {crs}, comme celui du raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}, a class raster. Pixels: {width} x {height}; CRS: {crs}, transformed to the raster's.</source>
            <translation>Étiquettes : {name}, un raster de classes. Pixels : {width} x {height} ; SCR : {crs}, transformé vers celui du raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}. Features: {count} ({kind}); CRS: {crs}, as the raster's.</source>
            <translation>Étiquettes : {name}. Entités : {count} ({kind}) ; SCR : {crs}, comme celui du raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}. Features: {count} ({kind}); CRS: {crs}, transformed to the raster's.</source>
            <translation>Étiquettes : {name}. Entités : {count} ({kind}) ; SCR : {crs}, transformé vers celui du raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a label or without a valid pixel will be left out.</source>
            <translation>Les imagettes sans étiquette ou sans pixel valide seront laissées de côté.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a valid pixel will be left out.</source>
            <translation>Les imagettes sans pixel valide seront laissées de côté.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a valid pixel will be left out; those without labels are written.</source>
            <translation>Les imagettes sans pixel valide seront laissées de côté ; celles sans étiquettes sont écrites.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips without labels: {kept} of {empty} are written, for {labelled} with labels (EMPTY_CHIPS_PERCENT is {percent}).</source>
            <translation>Imagettes sans étiquettes : {kept} sur {empty} sont écrites, pour {labelled} avec étiquettes (EMPTY_CHIPS_PERCENT est {percent}).</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips with labels: {labelled}; without: {empty}.</source>
            <translation>Imagettes avec étiquettes : {labelled} ; sans : {empty}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Features with labels in two splits, since a border between blocks cuts them: {count}.</source>
            <translation>Entités avec des étiquettes dans deux parties, parce qu'une limite entre des blocs les coupe : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Split: chips are {train} % for training, {valid} % for validation, {test} % for the test; {border} of them lie on borders between splits and are not written.</source>
            <translation>Répartition : les imagettes sont {train} % pour l'entraînement, {valid} % pour la validation, {test} % pour le test ; {border} d'entre elles sont à la limite entre des parties et ne sont pas écrites.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Split: chips with labels are {train} % for training, {valid} % for validation, {test} % for the test; {border} of them lie on borders between splits and are not written.</source>
            <translation>Répartition : les imagettes avec étiquettes sont {train} % pour l'entraînement, {valid} % pour la validation, {test} % pour le test ; {border} d'entre elles sont à la limite entre des parties et ne sont pas écrites.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Class {value} ({name}): {train} labels in train, {valid} in valid, {test} in test.</source>
            <translation>Classe {value} ({name}) : {train} étiquettes dans train, {valid} dans valid, {test} dans test.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Class {value} ({name}): {train} labelled pixels in train, {valid} in valid, {test} in test.</source>
            <translation>Classe {value} ({name}) : {train} pixels étiquetés dans train, {valid} dans valid, {test} dans test.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>More classes: {count}.</source>
            <translation>Autres classes : {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips in {split}: {chips}, {empty} of them without labels. Labels: {objects}.</source>
            <translation>Imagettes dans {split} : {chips}, dont {empty} sans étiquettes. Étiquettes : {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} has no label of classes that others have: {classes}.</source>
            <translation>{split} n'a aucune étiquette de classes que d'autres ont : {classes}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>METADATA_FORMAT: none of the {count} chips in {split} shows a label, and readers of {format} need one in each set; set OUTPUT_NOFEATURE_TILES to ONLY_TILES_WITH_FEATURES.</source>
            <translation>METADATA_FORMAT : aucune des {count} imagettes de {split} ne montre d'étiquette, et les lecteurs de {format} en ont besoin d'une dans chaque jeu ; mettez OUTPUT_NOFEATURE_TILES à ONLY_TILES_WITH_FEATURES.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>SPLIT_BLOCK_SIZE: only {count} blocks of {size} map units hold labels, too few to share out each class alike; smaller blocks or a larger area give more.</source>
            <translation>SPLIT_BLOCK_SIZE : seuls {count} blocs de {size} unités de carte contiennent des étiquettes, trop peu pour répartir chaque classe de même ; des blocs plus petits ou une zone plus grande en donnent plus.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>SPLIT_BLOCK_SIZE: there are only {count} blocks of {size} map units, too few to share out all kinds of ground alike; smaller blocks or a larger area give more.</source>
            <translation>SPLIT_BLOCK_SIZE : il n'y a que {count} blocs de {size} unités de carte, trop peu pour répartir de même tous les types de terrain ; des blocs plus petits ou une zone plus grande en donnent plus.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} has no label of these classes: {classes}. Their labels lie in too few blocks; a smaller SPLIT_BLOCK_SIZE or another SPLIT_SEED may share them out.</source>
            <translation>{split} n'a aucune étiquette de ces classes : {classes}. Leurs étiquettes se trouvent dans trop peu de blocs ; une SPLIT_BLOCK_SIZE plus petite ou un autre SPLIT_SEED les répartira peut-être.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} gets {share} % of the chips with labels, not {percent} %; a smaller SPLIT_BLOCK_SIZE comes nearer.</source>
            <translation>{split} reçoit {share} % des imagettes avec étiquettes, et non {percent} % ; un SPLIT_BLOCK_SIZE plus petit s'en approche davantage.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} gets {share} % of the chips, not {percent} %; a smaller SPLIT_BLOCK_SIZE comes nearer.</source>
            <translation>{split} reçoit {share} % des imagettes, et non {percent} % ; un SPLIT_BLOCK_SIZE plus petit s'en approche davantage.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/polygons.py"/>
            <source>Reading the polygons of the split</source>
            <translation>Lecture des polygones de la répartition</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/polygons.py"/>
            <source>SPLIT_POLYGONS: the field split of feature {fid} of {name} holds {value}, not train, valid or test; correct it.</source>
            <translation>SPLIT_POLYGONS : le champ split de l'entité {fid} de {name} contient {value}, et non train, valid ou test ; corrigez-le.</translation>
        </message>
        <message>
            <location filename="../algorithms/unforeseen.py"/>
            <source>QGIS's message log, under {tag}</source>
            <translation>le journal des messages de QGIS, sous {tag}</translation>
        </message>
        <message>
            <location filename="../chipping/classes.py"/>
            <source>IN_CLASS_DATA: class {value} is named {name}, but {earlier} in the export that OUT_FOLDER holds; number the classes by a field of whole numbers.</source>
            <translation>IN_CLASS_DATA : la classe {value} s'appelle {name}, mais {earlier} dans l'export que contient OUT_FOLDER ; numérotez les classes par un champ de nombres entiers.</translation>
        </message>
        <message>
            <location filename="../chipping/pixel_types.py"/>
            <source>{name} has bands of different types ({types}); choose bands of one type (BANDS, for the input raster), or convert them to one (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{name} a des bandes de types différents ({types}) ; choisissez des bandes d'un même type (BANDS, pour le raster en entrée), ou convertissez-les en un seul (Raster &gt; Conversion &gt; Convertir).</translation>
        </message>
        <message>
            <location filename="../chipping/pixel_types.py"/>
            <source>{name} has bands of type {type}; convert them to whole or real numbers first, such as Int16 or Float32 (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{name} a des bandes de type {type} ; convertissez-les d'abord en nombres entiers ou réels, comme Int16 ou Float32 (Raster &gt; Conversion &gt; Convertir).</translation>
        </message>
        <message>
            <location filename="../chipping/steps.py"/>
            <source>{step}: there is not enough memory; make TILE_SIZE_X and TILE_SIZE_Y smaller, or close other programs (details: {place}).</source>
            <translation>{step} : la mémoire ne suffit pas ; réduisez TILE_SIZE_X et TILE_SIZE_Y, ou fermez d'autres programmes (détails : {place}).</translation>
        </message>
        <message>
            <location filename="../chipping/steps.py"/>
            <source>{step}: an error that was not foreseen ({reason}); please report it, with the details in {place}.</source>
            <translation>{step} : une erreur imprévue ({reason}) ; veuillez la signaler, avec les détails dans {place}.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: the export in {path} names {name}, which is no file in that folder; choose another folder.</source>
            <translation>OUT_FOLDER : l’export dans {path} nomme {name}, qui n’est pas un fichier de ce dossier ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} is a link to another folder; remove it, or choose another folder.</source>
            <translation>OUT_FOLDER : {path} est un lien vers un autre dossier ; supprimez-le ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} takes {size} bytes, and no file of an export that is called so takes more than {limit}; choose another folder.</source>
            <translation>OUT_FOLDER : {path} occupe {size} octets, et aucun fichier d’un export ainsi nommé n’en occupe plus de {limit} ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} is not a plain file but a link, a folder, a pipe or a device; remove it, or choose another folder.</source>
            <translation>OUT_FOLDER : {path} n’est pas un fichier ordinaire mais un lien, un dossier, un tube ou un périphérique ; supprimez-le ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>START_INDEX: {path} holds a finished export of {count} chips; choose another folder or delete it; START_INDEX {free} (or -1, the first that is free) adds to it.</source>
            <translation>START_INDEX : {path} contient un export terminé de {count} imagettes ; choisissez un autre dossier ou supprimez-le ; START_INDEX {free} (ou -1, le premier libre) y ajoute.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>OUT_FOLDER: {path} holds an export without a split; choose another folder, or set VALIDATION_PERCENT and TEST_PERCENT to 0.</source>
            <translation>OUT_FOLDER : {path} contient un export sans répartition ; choisissez un autre dossier, ou mettez VALIDATION_PERCENT et TEST_PERCENT à 0.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>OUT_FOLDER: {path} holds an export that is split into train, valid and test; choose another folder, or set VALIDATION_PERCENT or TEST_PERCENT.</source>
            <translation>OUT_FOLDER : {path} contient un export réparti en train, valid et test ; choisissez un autre dossier, ou définissez VALIDATION_PERCENT ou TEST_PERCENT.</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Reading pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Lecture des pixels aux colonnes {col_off} à {col_end}, lignes {row_off} à {row_end}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Adding up pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Somme des pixels aux colonnes {col_off} à {col_end}, lignes {row_off} à {row_end}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Cutting chip {stem}</source>
            <translation>Découpe de l'imagette {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Encoding the pixels of chip {stem}</source>
            <translation>Encodage des pixels de l'imagette {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Encoding the labels of chip {stem}</source>
            <translation>Encodage des étiquettes de l'imagette {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Writing {image} and its labels</source>
            <translation>Écriture de {image} et de ses étiquettes</translation>
        </message>
        <message>
            <location filename="../export/batches/uncut.py"/>
            <source>Reading labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Lecture des étiquettes aux colonnes {col_off} à {col_end}, lignes {row_off} à {row_end}</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} has changed since the export in {path} was interrupted; put it back as it was to finish that export, or choose another folder.</source>
            <translation>{parameter} : {what} a changé depuis l'interruption de l'export dans {path} ; rétablissez l'état antérieur pour terminer cet export, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} has changed since the export in {path} was interrupted; put it back as it was to finish that export, delete the folder to start anew, or choose another folder.</source>
            <translation>{parameter} : {what} a changé depuis l'interruption de l'export dans {path} ; rétablissez l'état antérieur pour terminer cet export, supprimez le dossier pour recommencer, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} was changed while the export was running; put it back as it was and make the same call again to finish the export in {path}, or choose another folder.</source>
            <translation>{parameter} : {what} a été modifié pendant l'export ; rétablissez l'état antérieur et refaites le même appel pour terminer l'export dans {path}, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} was changed while the export was running; put it back as it was and make the same call again to finish the export, or delete {path} to start anew.</source>
            <translation>{parameter} : {what} a été modifié pendant l'export ; rétablissez l'état antérieur et refaites le même appel pour terminer l'export, ou supprimez {path} pour recommencer.</translation>
        </message>
        <message>
            <location filename="../export/loop.py"/>
            <source>Writing the journal</source>
            <translation>Écriture du journal</translation>
        </message>
        <message>
            <location filename="../export/loop.py"/>
            <source>Counting the labels of batch {number}</source>
            <translation>Comptage des étiquettes du lot {number}</translation>
        </message>
        <message>
            <location filename="../export/planning/planned.py"/>
            <source>Looking for labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Recherche d'étiquettes dans les colonnes {col_off} à {col_end}, lignes {row_off} à {row_end}</translation>
        </message>
        <message>
            <location filename="../export/self_check.py"/>
            <source>OUT_FOLDER: {path} lacks files that this export wrote ({count}), which another program has removed; make the same call again to write them anew.</source>
            <translation>OUT_FOLDER : il manque dans {path} des fichiers que cet export a écrits ({count}) et qu'un autre programme a supprimés ; refaites le même appel pour les écrire à nouveau.</translation>
        </message>
        <message>
            <location filename="../export/self_check.py"/>
            <source>The export does not add up: {count} {what}, but {expected} {other}; please report this.</source>
            <translation>Le compte de l'export n'y est pas : {count} {what}, mais {expected} {other} ; merci de le signaler.</translation>
        </message>
        <message>
            <location filename="../export/splits/choosing.py"/>
            <source>Choosing blocks for train, valid and test</source>
            <translation>Choix des blocs pour train, valid et test</translation>
        </message>
        <message>
            <location filename="../export/splits/choosing.py"/>
            <source>Choosing chips without labels</source>
            <translation>Choix d'imagettes sans étiquettes</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>VALIDATION_PERCENT: {valid} % and TEST_PERCENT {test} % leave nothing for training; together they have to be less than 100 %.</source>
            <translation>VALIDATION_PERCENT : {valid} % et TEST_PERCENT {test} % ne laissent rien pour l'entraînement ; ensemble, ils doivent faire moins de 100 %.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_POLYGONS: the export that OUT_FOLDER holds was split by blocks, and this one by polygons, or the other way round; choose another folder.</source>
            <translation>SPLIT_POLYGONS : l'export que contient OUT_FOLDER a été réparti par blocs et celui-ci par polygones, ou l'inverse ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_POLYGONS: {name} does not hold the polygons that the export in OUT_FOLDER was split by; use the same, or choose another folder.</source>
            <translation>SPLIT_POLYGONS : {name} ne contient pas les polygones selon lesquels l'export dans OUT_FOLDER a été réparti ; utilisez les mêmes, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_BLOCK_SIZE: a block of {size} map units is smaller than a tile, so no chip lies in one; take at least {least}, better several times as much.</source>
            <translation>SPLIT_BLOCK_SIZE : un bloc de {size} unités de carte est plus petit qu'une tuile, donc aucune imagette n'y tient ; prenez au moins {least}, mieux plusieurs fois autant.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_BLOCK_SIZE: blocks of {size} map units are {count} blocks, more than {most}; make it larger.</source>
            <translation>SPLIT_BLOCK_SIZE : des blocs de {size} unités de carte font {count} blocs, plus de {most} ; agrandissez-les.</translation>
        </message>
        <message>
            <location filename="../export/storage/flushing.py"/>
            <source>{path} cannot be written: {reason}.</source>
            <translation>{path} ne peut pas être écrit : {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/flushing.py"/>
            <source>OUT_FOLDER: {path} was renamed, moved or deleted while the export was running; put it back if it still exists, and make the same call again to finish the export.</source>
            <translation>OUT_FOLDER : {path} a été renommé, déplacé ou supprimé pendant l'export ; remettez-le en place s'il existe encore, et refaites le même appel pour terminer l'export.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} cannot be used: {reason}.</source>
            <translation>OUT_FOLDER : {path} ne peut pas être utilisé : {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} is a file; choose a folder.</source>
            <translation>OUT_FOLDER : {path} est un fichier ; choisissez un dossier.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} is not writable; choose another folder.</source>
            <translation>OUT_FOLDER : {path} n'est pas accessible en écriture ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} cannot be created: {reason}.</source>
            <translation>OUT_FOLDER : {path} ne peut pas être créé : {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>{path} cannot be removed: {reason}.</source>
            <translation>{path} ne peut pas être supprimé : {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: another export is writing to {path}; wait for it to end.</source>
            <translation>OUT_FOLDER : un autre export est en train d'écrire dans {path} ; attendez qu'il se termine.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export with other settings ({names}) behind a finished one; make the same call again to finish it, or choose another folder.</source>
            <translation>OUT_FOLDER : {path} contient, derrière un export terminé, un export inachevé avec d'autres réglages ({names}) ; refaites le même appel pour l'achever, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export with other settings ({names}); make the same call again to finish it, delete the folder to start anew, or choose another folder.</source>
            <translation>OUT_FOLDER : {path} contient un export inachevé avec d'autres réglages ({names}) ; refaites le même appel pour l'achever, supprimez le dossier pour repartir de zéro, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal_lines.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export whose {name} is damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER : {path} contient un export inachevé dont {name} est endommagé ({reason}) ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/storage/standing.py"/>
            <source>OUT_FOLDER: {name} was deleted from {path} while the export was running; it has been written anew, so make the same call again to finish the export.</source>
            <translation>OUT_FOLDER : {name} a été supprimé de {path} pendant l'export ; il a été écrit à nouveau, refaites donc le même appel pour terminer l'export.</translation>
        </message>
        <message>
            <location filename="../export/storage/standing.py"/>
            <source>OUT_FOLDER: {name} in {path} was deleted or replaced while the export was running; delete what this export has written, or choose another folder.</source>
            <translation>OUT_FOLDER : {name} dans {path} a été supprimé ou remplacé pendant l'export ; supprimez ce que cet export a écrit, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../export/workers/staff.py"/>
            <source>WORKERS: a worker process could not be used ({reason}); the others did its work.</source>
            <translation>WORKERS : un processus n'a pas pu être utilisé ({reason}) ; les autres ont fait son travail.</translation>
        </message>
        <message>
            <location filename="../export/workers/staff.py"/>
            <source>WORKERS: a worker process was lost ({reason}); what it was at was done again.</source>
            <translation>WORKERS : un processus a été perdu ({reason}) ; ce qu'il faisait a été refait.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>EXTENT: {name} has no end of its own; give the area to export, a part of {extent}.</source>
            <translation>EXTENT : {name} n'a pas de limites propres ; indiquez la zone à exporter, une partie de {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>CELL_SIZE and EXTENT: {name} has no resolution and no end of its own; give a cell size in map units, for example {cell} (the finest), and the area to export, a part of {extent}.</source>
            <translation>CELL_SIZE et EXTENT : {name} n'a ni résolution ni limites propres ; indiquez une taille de cellule en unités de carte, par exemple {cell} (la plus fine), et la zone à exporter, une partie de {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>CELL_SIZE: {name} has no resolution of its own; give one in map units, for example {cell}, and, for a part of it, an EXTENT within {extent}.</source>
            <translation>CELL_SIZE : {name} n'a pas de résolution propre ; indiquez-en une en unités de carte, par exemple {cell}, et, pour une partie, une EXTENT dans {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/band_choice.py"/>
            <source>BANDS: band {band} of {name} is its mask, which says which pixels count in any case; leave it out.</source>
            <translation>BANDS : la bande {band} de {name} est son masque, qui indique de toute façon quels pixels comptent ; omettez-la.</translation>
        </message>
        <message>
            <location filename="../imagery/band_choice.py"/>
            <source>BANDS: {name} has no band {band}; its bands have the numbers 1 to {count}.</source>
            <translation>BANDS : {name} n'a pas de bande {band} ; ses bandes portent les numéros 1 à {count}.</translation>
        </message>
        <message>
            <location filename="../imagery/file.py"/>
            <source>{name} is no file with rows and columns of its own; set REFERENCE_SYSTEM to MAP_SPACE, or save it as a file first.</source>
            <translation>{name} n'est pas un fichier avec ses propres lignes et colonnes ; choisissez MAP_SPACE pour REFERENCE_SYSTEM, ou enregistrez-le d'abord comme fichier.</translation>
        </message>
        <message>
            <location filename="../imagery/file.py"/>
            <source>{name} has a mask that cannot be opened: {reason}; mend it, or remove it if all pixels are to count.</source>
            <translation>{name} a un masque qui ne peut pas être ouvert : {reason} ; réparez-le, ou retirez-le si tous les pixels doivent compter.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is rotated or mirrored against its map grid; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} est tourné ou inversé par rapport à sa grille ; reprojetez-le d'abord en un raster orienté au nord (Raster &gt; Projections &gt; Projection), ou choisissez PIXEL_SPACE pour REFERENCE_SYSTEM, qui le découpe dans ses propres lignes et colonnes.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by ground control points; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} est placé par des points de contrôle ; reprojetez-le d'abord en un raster orienté au nord (Raster &gt; Projections &gt; Projection), ou choisissez PIXEL_SPACE pour REFERENCE_SYSTEM, qui le découpe dans ses propres lignes et colonnes.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by a camera model (RPC); warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} est placé par un modèle de caméra (RPC) ; projetez-le d'abord vers un raster orienté au nord (Raster &gt; Projections &gt; Projection), ou choisissez PIXEL_SPACE pour REFERENCE_SYSTEM, qui le découpe dans ses propres lignes et colonnes.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by geolocation arrays; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp).</source>
            <translation>{name} est placé par des tableaux de géolocalisation ; projetez-le d'abord vers un raster orienté au nord (Raster &gt; Projections &gt; Projection).</translation>
        </message>
        <message>
            <location filename="../imagery/imagery.py"/>
            <source>{parameter}: {name} cannot be read at columns {col_off} to {col_end}, rows {row_off} to {row_end}: {reason}</source>
            <translation>{parameter} : {name} ne peut pas être lu aux colonnes {col_off} à {col_end}, lignes {row_off} à {row_end} : {reason}</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>IN_RASTER2: {name} has no resolution of its own; give a file, a WCS or an image service.</source>
            <translation>IN_RASTER2 : {name} n'a pas de résolution propre ; donnez un fichier, un WCS ou un service d'images.</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>{parameter}: {name} has no resolution of its own, or draws pictures instead of class values; give a file, a WCS or an image service.</source>
            <translation>{parameter} : {name} n'a pas de résolution propre, ou dessine des images au lieu de valeurs de classe ; indiquez un fichier, un WCS ou un service d'images.</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>{parameter}: {name} has bands of type {type}; convert them to Int32 or Float32 first (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{parameter} : {name} a des bandes de type {type} ; convertissez-les d'abord en Int32 ou Float32 (Raster &gt; Conversion &gt; Convertir).</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>EXTENT: {extent} lies outside {name}, which extends over {raster} (in the raster's coordinates).</source>
            <translation>EXTENT : {extent} se trouve en dehors de {name}, qui s'étend sur {raster} (dans les coordonnées du raster).</translation>
        </message>
        <message>
            <location filename="../imagery/placement.py"/>
            <source>REFERENCE_SYSTEM: GDAL finds no way from the map to the rows and columns of {name} ({reason}); check its coordinate reference system and that of the labels.</source>
            <translation>REFERENCE_SYSTEM : GDAL ne trouve pas de chemin de la carte aux lignes et colonnes de {name} ({reason}) ; vérifiez son système de coordonnées et celui des étiquettes.</translation>
        </message>
        <message>
            <location filename="../imagery/provider.py"/>
            <source>{name} has no pixels.</source>
            <translation>{name} n'a pas de pixels.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>{name} cannot be opened by GDAL.</source>
            <translation>{name} ne peut pas être ouvert par GDAL.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>{name} has no extent that can be used.</source>
            <translation>{name} n'a pas d'étendue utilisable.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>the service of {name} does not describe itself: {reason}</source>
            <translation>le service de {name} ne se décrit pas : {reason}</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds {value}, which is not a whole number; class values are whole numbers from 0, or text.</source>
            <translation>CLASS_VALUE_FIELD : {field} contient {value}, qui n'est pas un nombre entier ; les valeurs de classe sont des nombres entiers à partir de 0, ou du texte.</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds the negative value {value}; class values are whole numbers from 0.</source>
            <translation>CLASS_VALUE_FIELD : {field} contient la valeur négative {value} ; les valeurs de classe sont des nombres entiers à partir de 0.</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds {value} now, but did not when the export began: the layer was changed meanwhile; start again.</source>
            <translation>CLASS_VALUE_FIELD : {field} contient maintenant {value}, mais pas au début de l'export : la couche a été modifiée entre-temps ; recommencez.</translation>
        </message>
        <message>
            <location filename="../labels/features/areas.py"/>
            <source>Reading the geometry of feature {fid}</source>
            <translation>Lecture de la géométrie de l'entité {fid}</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: {name} has {count} bands, but a classified raster has one; choose another layer, or make one of the band that holds the classes (Raster &gt; Conversion &gt; Translate).</source>
            <translation>IN_CLASS_DATA : {name} a {count} bandes, mais un raster classifié en a une ; choisissez une autre couche, ou faites-en une de la bande qui contient les classes (Raster &gt; Conversion &gt; Convertir).</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: {name} has {width} x {height} pixels, the raster {columns} x {rows}; with REFERENCE_SYSTEM PIXEL_SPACE a classified raster lies on it pixel by pixel, so choose one of the same size, or polygons.</source>
            <translation>IN_CLASS_DATA : {name} a {width} x {height} pixels, le raster {columns} x {rows} ; avec REFERENCE_SYSTEM PIXEL_SPACE, un raster classé se superpose à lui pixel par pixel : choisissez-en un de même taille, ou des polygones.</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: no transformation leads from the coordinate reference system of the labels ({labels}) to that of the raster ({raster}); correct the one that is wrong in the layer's properties, or georeference the labels in the raster's.</source>
            <translation>IN_CLASS_DATA : aucune transformation ne mène du système de coordonnées de référence des étiquettes ({labels}) à celui du raster ({raster}) ; corrigez celui qui est faux dans les propriétés de la couche, ou géoréférencez les étiquettes dans celui du raster.</translation>
        </message>
        <message>
            <location filename="../labels/raster/class_pixels.py"/>
            <source>IN_CLASS_DATA: {name} holds {value}; class values are whole numbers from 0 to {limit}.</source>
            <translation>IN_CLASS_DATA : {name} contient {value} ; les valeurs de classe sont des nombres entiers de 0 à {limit}.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: no transformation leads from the coordinate reference system of {name} ({polygons}) to that of the raster ({raster}).</source>
            <translation>{parameter} : aucune transformation ne mène du système de coordonnées de référence de {name} ({polygons}) à celui du raster ({raster}).</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: {name} has no features.</source>
            <translation>{parameter} : {name} n'a pas d'entités.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: feature {fid} of {name} cannot be used ({reason}); correct it.</source>
            <translation>{parameter} : l'entité {fid} de {name} est inutilisable ({reason}) ; corrigez-la.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: the polygons of {name} cannot be united; repair that layer (Vector &gt; Geometry Tools, or Fix geometries in the toolbox).</source>
            <translation>{parameter} : les polygones de {name} ne peuvent pas être unis ; réparez cette couche (Vecteur &gt; Outils de géométrie, ou Réparer les géométries dans la boîte à outils).</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: features of {name} whose invalid geometry was repaired: {count}.</source>
            <translation>{parameter} : entités de {name} dont la géométrie invalide a été réparée : {count}.</translation>
        </message>
        <message>
            <location filename="../labels/rows/layer_rows.py"/>
            <source>{parameter}: the features cannot be read: {reason}</source>
            <translation>{parameter} : les entités ne peuvent pas être lues : {reason}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels of one class that lie on each other, so one thing may be labelled twice: {count}, such as {examples}</source>
            <translation>Étiquettes d'une classe posées l'une sur l'autre, une chose est donc peut-être étiquetée deux fois : {count}, par exemple {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels of two classes that lie on each other, so one class may be wrong: {count}, such as {examples}</source>
            <translation>Étiquettes de deux classes posées l'une sur l'autre, une classe est donc peut-être fausse : {count}, par exemple {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels smaller than 8 x 8 pixels: {count}, such as {examples}</source>
            <translation>Étiquettes plus petites que 8 x 8 pixels : {count}, par exemple {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels that fill their whole chip: {count}, such as {examples}</source>
            <translation>Étiquettes qui remplissent toute leur imagette : {count}, par exemple {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels in chips that are nodata for more than half: {count}, such as {examples}</source>
            <translation>Étiquettes dans des imagettes dont plus de la moitié est nodata : {count}, par exemple {examples}</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes are out of balance: {most} has {times} times as many labels as {least}.</source>
            <translation>Les classes sont déséquilibrées : {most} a {times} fois plus d’étiquettes que {least}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes are out of balance: {most} has {times} times as many pixels as {least}.</source>
            <translation>Les classes sont déséquilibrées : {most} a {times} fois plus de pixels que {least}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes that are in no chip: {classes}.</source>
            <translation>Classes qui ne sont dans aucune imagette : {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Rare classes, each with its labels, of which a model needs more than {limit}: {classes}.</source>
            <translation>Classes rares, chacune avec ses étiquettes, dont un modèle a besoin de plus de {limit} : {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Rare classes, each with the chips that show it; {limit} are a start: {classes}.</source>
            <translation>Classes rares, chacune avec les imagettes qui la montrent ; {limit} sont un début : {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the labels are smaller than {side} x {side} pixels; most models do not see them. Finer imagery or fewer small labels help.</source>
            <translation>{percent} % des étiquettes sont plus petites que {side} x {side} pixels ; la plupart des modèles ne les voient pas. Une imagerie plus fine ou moins de petites étiquettes aident.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the labels fill their whole chip; larger tiles show where objects end.</source>
            <translation>{percent} % des étiquettes remplissent toute leur imagette ; des tuiles plus grandes montrent où les objets finissent.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the chips show no label; ONLY_TILES_WITH_FEATURES leaves such chips out.</source>
            <translation>{percent} % des imagettes ne montrent aucune étiquette ; ONLY_TILES_WITH_FEATURES les omet.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Chips left out since all their pixels are nodata: {count}.</source>
            <translation>Imagettes omises parce que tous leurs pixels sont nodata : {count}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Chips of which more than half is nodata or beyond the raster: {count}.</source>
            <translation>Imagettes dont plus de la moitié est nodata ou au-delà du raster : {count}.</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Size and shape by class</source>
            <translation>Taille et forme par classe</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Where in the chip labels lie</source>
            <translation>Où se trouvent les étiquettes dans l'imagette</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>sides {least} to {most}, on average {mean} pixels; width by height {aspect}</source>
            <translation>côtés de {least} à {most}, en moyenne {mean} pixels ; largeur sur hauteur {aspect}</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Each square is a part of the chip; the darkest holds the middle of {most} labels. {percent} % of the labels reach the border of their chip, and are cut there.</source>
            <translation>Chaque carré est une partie de l'imagette ; le plus foncé contient le milieu de {most} étiquettes. {percent} % des étiquettes atteignent le bord de leur imagette et y sont coupées.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chip {stem}</source>
            <translation>imagette {stem}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chip {stem} (features: {ids})</source>
            <translation>imagette {stem} (entités : {ids})</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Plan of training data: {raster}</source>
            <translation>Plan des données d’entraînement : {raster}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Training data: {raster}</source>
            <translation>Données d'entraînement : {raster}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chips</source>
            <translation>imagettes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>This is a plan</source>
            <translation>Ceci est un plan</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Worth a look</source>
            <translation>À regarder</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>The training set</source>
            <translation>Le jeu d'entraînement</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Parameters</source>
            <translation>Paramètres</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>The same in Python</source>
            <translation>La même chose en Python</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>en</source>
            <translation>fr</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Nothing has been written. Chips are counted by their labels alone; those without a valid pixel, which an export leaves out, are among them.</source>
            <translation>Rien n’a été écrit. Les imagettes sont comptées d’après leurs seules étiquettes ; celles sans pixel valide, qu’un export omet, en font partie.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>labels</source>
            <translation>étiquettes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>classes</source>
            <translation>classes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chips without a label</source>
            <translation>imagettes sans étiquette</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labelled pixels</source>
            <translation>Pixels étiquetés</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels</source>
            <translation>Étiquettes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Classes that have fewer: {count}.</source>
            <translation>Classes qui en ont moins : {count}.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>share of a chip's pixels that are labelled</source>
            <translation>part des pixels étiquetés d'une imagette</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by labelled share</source>
            <translation>Imagettes par part étiquetée</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by number of classes</source>
            <translation>Imagettes par nombre de classes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>classes in a chip</source>
            <translation>classes dans une imagette</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>side of a square of the same area, in pixels</source>
            <translation>côté d'un carré de même surface, en pixels</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels by size</source>
            <translation>Étiquettes par taille</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by number of labels</source>
            <translation>Imagettes par nombre d'étiquettes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>labels in a chip</source>
            <translation>étiquettes dans une imagette</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips and their labels</source>
            <translation>Les imagettes et leurs étiquettes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Pictures of the chips</source>
            <translation>Images des imagettes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name and the number of its labels.</source>
            <translation>{shown} imagettes sur {count}. Sous chacune : son nom et le nombre de ses étiquettes.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name and the number of its classes.</source>
            <translation>{shown} imagettes sur {count}. Sous chacune : son nom et le nombre de ses classes.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name.</source>
            <translation>{shown} imagettes sur {count}. Sous chacune : son nom.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>each as large as its feature</source>
            <translation>chacune aussi grande que son entité</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Format of the labels</source>
            <translation>Format des étiquettes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Size of a chip</source>
            <translation>Taille d'une imagette</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Size of a pixel</source>
            <translation>Taille d'un pixel</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Coordinate reference system</source>
            <translation>Système de coordonnées de référence</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Imagery</source>
            <translation>Imagerie</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Second imagery</source>
            <translation>Seconde imagerie</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Class data</source>
            <translation>Données de classes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, outside IN_MASK_POLYGONS</source>
            <translation>Imagettes écartées, hors de IN_MASK_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, not whole within IN_MASK_POLYGONS</source>
            <translation>Imagettes écartées, pas entières dans IN_MASK_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, without a label</source>
            <translation>Imagettes omises, sans étiquette</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, without a valid pixel</source>
            <translation>Imagettes omises, sans pixel valide</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels left out, too little of their feature</source>
            <translation>Étiquettes omises, trop peu de leur entité</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels left out, too small</source>
            <translation>Étiquettes omises, trop petites</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, on the border between two splits</source>
            <translation>Imagettes omises, à la limite entre deux parties</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, outside SPLIT_POLYGONS</source>
            <translation>Imagettes omises, hors de SPLIT_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report_file.py"/>
            <source>REPORT: {path} cannot be written ({reason}); choose another file. The training set itself is complete.</source>
            <translation>REPORT : {path} ne peut pas être écrit ({reason}) ; choisissez un autre fichier. Le jeu d'entraînement lui-même est complet.</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Train, validation, test</source>
            <translation>Entraînement, validation, test</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Map of the blocks</source>
            <translation>Carte des blocs</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>{chips} chips ({percent} % of all)</source>
            <translation>{chips} imagettes ({percent} % de toutes)</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>{chips} chips, {labelled} of them with labels ({percent} % of all that have some)</source>
            <translation>{chips} imagettes, dont {labelled} avec étiquettes ({percent} % de toutes celles qui en ont)</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Labelled pixels in {split}</source>
            <translation>Pixels étiquetés dans {split}</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Labels in {split}</source>
            <translation>Étiquettes dans {split}</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Each square is a block, north up; a chip lies in blocks of one colour alone.</source>
            <translation>Chaque carré est un bloc, le nord en haut ; une imagette n'est que dans des blocs d'une seule couleur.</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Each square is one of {count} x {count} blocks, north up.</source>
            <translation>Chaque carré est l'un de {count} x {count} blocs, le nord en haut.</translation>
        </message>
        <message>
            <location filename="../writers/base.py"/>
            <source>METADATA_FORMAT: {format} takes class values from {low} to {high}, not {value}; give that class another value.</source>
            <translation>METADATA_FORMAT : {format} accepte des valeurs de classe de {low} à {high}, pas {value} ; donnez une autre valeur à cette classe.</translation>
        </message>
        <message>
            <location filename="../writers/base.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since readers of {format} know classes by their names, and another class has that one.</source>
            <translation>Classe {value} : le nom {name} devient {safe}, car les lecteurs de {format} reconnaissent les classes à leurs noms et une autre classe porte celui-ci.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/coco/files.py"/>
            <source>OUT_FOLDER: the journal does not hold the labels of {path} as an export writes them; delete what this export has written, or choose another folder.</source>
            <translation>OUT_FOLDER : le journal ne contient pas les étiquettes de {path} telles qu'un export les écrit ; supprimez ce que cet export a écrit, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/coco/stored.py"/>
            <source>OUT_FOLDER: {path} was changed by another program while the export was running.</source>
            <translation>OUT_FOLDER : {path} a été modifié par un autre programme pendant l’export.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/exported_set.py"/>
            <source>{path} is missing or damaged ({reason}).</source>
            <translation>{path} manque ou est endommagé ({reason}).</translation>
        </message>
        <message>
            <location filename="../writers/dataset/reading.py"/>
            <source>OUT_FOLDER: {path} holds a file {name} that this tool did not write, or that is damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER : {path} contient un fichier {name} que cet outil n’a pas écrit ou qui est endommagé ({reason}) ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored.py"/>
            <source>OUT_FOLDER: {path} holds an export whose {name} is missing or damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER : {path} contient un export dont {name} manque ou est endommagé ({reason}) ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored.py"/>
            <source>{what}: the export that OUT_FOLDER holds was made with {stored}, not {new}; use the same, or choose another folder.</source>
            <translation>{what} : l'export que contient OUT_FOLDER a été fait avec {stored}, pas {new} ; utilisez le même, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_rasters.py"/>
            <source>OUT_FOLDER: {path} cannot be read: {reason}.</source>
            <translation>OUT_FOLDER : {path} ne peut pas être lu : {reason}.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_rasters.py"/>
            <source>OUT_FOLDER: {path} is not an image as an export has it; choose another folder.</source>
            <translation>OUT_FOLDER : {path} n’est pas une image telle qu’un export en contient ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_schema.py"/>
            <source>OUT_FOLDER: the export in {path} cannot be added to, since its {stats} does not state {keys} (older versions of ArcGIS leave them out); choose another folder.</source>
            <translation>OUT_FOLDER : rien ne peut être ajouté à l'export dans {path}, car son {stats} n'indique pas {keys} (les anciennes versions d'ArcGIS les omettent) ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../writers/encoding/gdal_files.py"/>
            <source>{what} failed: {reason}</source>
            <translation>{what} a échoué : {reason}</translation>
        </message>
        <message>
            <location filename="../writers/encoding/tiff_compression.py"/>
            <source>TIFF_COMPRESSION: {compression} is not in this version of GDAL; choose one of {others}.</source>
            <translation>TIFF_COMPRESSION : {compression} n'existe pas dans cette version de GDAL ; choisissez parmi {others}.</translation>
        </message>
        <message>
            <location filename="../writers/image_format.py"/>
            <source>TIFF_COMPRESSION: it is for TIFF chips; {format} takes no notice of it.</source>
            <translation>TIFF_COMPRESSION : ne vaut que pour les imagettes TIFF ; {format} n'en tient pas compte.</translation>
        </message>
        <message>
            <location filename="../writers/image_format.py"/>
            <source>IMAGE_CHIP_FORMAT: {format} holds no palette of {count} colours for {dtype} pixels; chips hold its numbers without the colours.</source>
            <translation>IMAGE_CHIP_FORMAT : {format} n'admet pas de palette de {count} couleurs pour des pixels {dtype} ; les imagettes contiennent ses numéros sans les couleurs.</translation>
        </message>
        <message>
            <location filename="../writers/images/mrf.py"/>
            <source>IMAGE_CHIP_FORMAT: MRF holds no {dtype} pixels in this version of GDAL; choose TIFF.</source>
            <translation>IMAGE_CHIP_FORMAT : MRF n'admet pas de pixels {dtype} dans cette version de GDAL ; choisissez TIFF.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: PNG holds 8 or 16 bit unsigned pixels, not the raster's {dtype}; choose TIFF, or make them 8 bit with STRETCH.</source>
            <translation>IMAGE_CHIP_FORMAT : PNG contient des pixels de 8 ou 16 bits non signés, pas {dtype} du raster ; choisissez TIFF, ou passez-les en 8 bits avec STRETCH.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: PNG holds 1 to 4 bands, not the raster's {bands}; choose TIFF, or up to four bands with BANDS.</source>
            <translation>IMAGE_CHIP_FORMAT : PNG contient 1 à 4 bandes, pas les {bands} du raster ; choisissez TIFF, ou jusqu'à quatre bandes avec BANDS.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: the last of {bands} bands in a PNG is alpha to whoever opens it, and pixels where it is 0 may be hidden or masked out; choose TIFF to have it as a band like others.</source>
            <translation>IMAGE_CHIP_FORMAT : la dernière des {bands} bandes d'un PNG est alpha pour qui l'ouvre, et les pixels où elle vaut 0 peuvent être cachés ou masqués ; choisissez TIFF pour l'avoir comme une bande parmi d'autres.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG holds 8 bit pixels, not the raster's {dtype}; choose TIFF, or make them 8 bit with STRETCH.</source>
            <translation>IMAGE_CHIP_FORMAT : JPEG contient des pixels de 8 bits, pas {dtype} du raster ; choisissez TIFF, ou passez-les en 8 bits avec STRETCH.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG holds 1 or 3 bands beside alpha, not the raster's {bands}; choose TIFF, or one or three bands with BANDS.</source>
            <translation>IMAGE_CHIP_FORMAT : JPEG contient 1 ou 3 bandes en plus d'alpha, pas les {bands} du raster ; choisissez TIFF, ou une ou trois bandes avec BANDS.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG would blur the raster's palette numbers; choose TIFF or PNG, or give a raster whose palette is expanded to red, green and blue.</source>
            <translation>IMAGE_CHIP_FORMAT : JPEG brouillerait les numéros de palette du raster ; choisissez TIFF ou PNG, ou indiquez un raster dont la palette est convertie en rouge, vert et bleu.</translation>
        </message>
        <message>
            <location filename="../writers/labels/classified_tiles.py"/>
            <source>IN_CLASS_DATA: class {value} does not fit the {type} label rasters of the export that OUT_FOLDER holds; choose another folder.</source>
            <translation>IN_CLASS_DATA : la classe {value} ne tient pas dans les rasters d'étiquettes {type} de l'export que contient OUT_FOLDER ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../writers/labels/dota.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since a blank ends a name in {format}.</source>
            <translation>Classe {value} : le nom {name} devient {safe}, car une espace termine un nom dans {format}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/folder_names.py"/>
            <source>IN_CLASS_DATA: class {value} is named {name}, and would share a folder with another class of the export that OUT_FOLDER holds; give it another name.</source>
            <translation>IN_CLASS_DATA : la classe {value} s'appelle {name} et partagerait un dossier avec une autre classe de l'export que contient OUT_FOLDER ; donnez-lui un autre nom.</translation>
        </message>
        <message>
            <location filename="../writers/labels/folder_names.py"/>
            <source>OUT_FOLDER: the export that it holds names class {value} {name}, which cannot be the name of a folder; choose another folder.</source>
            <translation>OUT_FOLDER : l’export qu’il contient nomme la classe {value} {name}, ce qui ne peut être le nom d’un dossier ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../writers/labels/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: PNG holds class values up to {most}, not {value}; choose TIFF, or give that class another value.</source>
            <translation>LABEL_RASTER_FORMAT : PNG contient des valeurs de classe jusqu’à {most}, pas {value} ; choisissez TIFF ou donnez une autre valeur à cette classe.</translation>
        </message>
        <message>
            <location filename="../writers/labels/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: PNG holds {most} objects of one class in a chip, not {value}; choose TIFF.</source>
            <translation>LABEL_RASTER_FORMAT : PNG contient {most} objets d’une classe dans une imagette, pas {value} ; choisissez TIFF.</translation>
        </message>
        <message>
            <location filename="../writers/labels/multilabeled_tiles.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since a comma or the end of a line ends a name in {format}.</source>
            <translation>Classe {value} : le nom {name} devient {safe}, car une virgule ou une fin de ligne termine un nom dans {format}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/panoptic/panoptic.py"/>
            <source>IN_INSTANCE_DATA: no chip shows an instance, so there are no files in labels2.</source>
            <translation>IN_INSTANCE_DATA : aucune imagette ne montre d'instance, il n'y a donc pas de fichiers dans labels2.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>IMAGE_CHIP_FORMAT: the readers of {name} do not open {format}; choose TIFF, PNG or JPEG.</source>
            <translation>IMAGE_CHIP_FORMAT : les lecteurs de {name} n'ouvrent pas {format} ; choisissez TIFF, PNG ou JPEG.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>METADATA_FORMAT: the readers of {name} open chips of 8 bit with 1, 3 or 4 bands, not of {bands} bands of {dtype}; choose bands with BANDS, and bring them to 8 bit with STRETCH.</source>
            <translation>METADATA_FORMAT : les lecteurs de {name} ouvrent des imagettes de 8 bits à 1, 3 ou 4 bandes, pas de {bands} bandes de {dtype} ; choisissez des bandes avec BANDS et ramenez-les à 8 bits avec STRETCH.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>METADATA_FORMAT: most readers of {name} take the first 3 of 4 bands, and some the fourth for transparency; choose 3 bands with BANDS if that is not meant.</source>
            <translation>METADATA_FORMAT : la plupart des lecteurs de {name} prennent les 3 premières de 4 bandes, et certains la quatrième pour de la transparence ; choisissez 3 bandes avec BANDS si ce n'est pas voulu.</translation>
        </message>
        <message>
            <location filename="../writers/labels/rcnn_masks.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since it names a folder.</source>
            <translation>Classe {value} : le nom {name} devient {safe}, car il nomme un dossier.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>IN_CLASS_DATA: class {value} would stand before class {last} of the export that OUT_FOLDER holds, whose label files know classes by their places; give it a value above {last}, or choose another folder.</source>
            <translation>IN_CLASS_DATA : la classe {value} se placerait avant la classe {last} de l'export que contient OUT_FOLDER, dont les fichiers d'étiquettes reconnaissent les classes à leur place ; donnez-lui une valeur supérieure à {last}, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since readers of {format} take names that begin with {code} for codes of ImageNet.</source>
            <translation>Classe {value} : le nom {name} devient {safe}, car les lecteurs de {format} prennent les noms qui commencent par {code} pour des codes d'ImageNet.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>{format}: there is no validation split, so val in {file} names the training chips again; figures of a validation on them mean nothing.</source>
            <translation>{format} : il n'y a pas de jeu de validation, val dans {file} désigne donc à nouveau les imagettes d'entraînement ; les chiffres d'une validation sur elles ne veulent rien dire.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels left out because {format} has a row like theirs in the same chip: {count}.</source>
            <translation>Étiquettes omises parce que {format} a déjà une ligne identique dans la même imagette : {count}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels of several parts or with holes, which {format} holds as one ring with bridges: {count}.</source>
            <translation>Étiquettes en plusieurs parties ou avec des trous, que {format} contient comme un seul anneau avec des ponts : {count}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels whose rectangle stands upright in {format}, since the smallest one reaches further out of the chip than its readers take: {count}.</source>
            <translation>Étiquettes dont le rectangle reste droit dans {format}, car le plus petit dépasse de l'imagette plus que ses lecteurs ne l'admettent : {count}.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Cuts imagery into overlapping chips with their labels, draws the chip index, lists the chips that show no label, writes the report, and warns when fewer than {count} chips came out.

An example of the export as a step of a model: its folder, layer and numbers feed the next steps.</source>
            <translation>Découpe l'imagerie en imagettes qui se chevauchent, avec leurs étiquettes, dessine l'index des imagettes, liste celles qui ne montrent aucune étiquette, écrit le rapport et avertit quand il y a moins de {count} imagettes.

Un exemple de l'export comme étape d'un modèle : son dossier, sa couche et ses nombres alimentent les étapes suivantes.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>The raster layer that is cut into chips.</source>
            <translation>La couche raster qui est découpée en imagettes.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>A layer of polygons.</source>
            <translation>Une couche de polygones.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>The field that tells classes apart.</source>
            <translation>Le champ qui distingue les classes.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Width and height of a chip in pixels; chips overlap by half of it.</source>
            <translation>Largeur et hauteur d'une imagette en pixels ; les imagettes se chevauchent de moitié.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>How labels are written.</source>
            <translation>La façon dont les étiquettes sont écrites.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Class field</source>
            <translation>Champ de classe</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Tile size</source>
            <translation>Taille de tuile</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Label format</source>
            <translation>Format des étiquettes</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Export training data and check it</source>
            <translation>Exporter des données d'entraînement et les vérifier</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Examples</source>
            <translation>Exemples</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Few chips?</source>
            <translation>Peu d'imagettes ?</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Fewer than {count} chips: too few for most models.</source>
            <translation>Moins de {count} imagettes : trop peu pour la plupart des modèles.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Warn</source>
            <translation>Avertir</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Export training data</source>
            <translation>Exporter des données d'entraînement</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Chips without labels</source>
            <translation>Imagettes sans étiquettes</translation>
        </message>
    </context>
</TS>
