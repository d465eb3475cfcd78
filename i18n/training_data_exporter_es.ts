<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>TrainingDataExporter</name>
        <message>
            <location filename="../provider.py"/>
            <source>Training data</source>
            <translation>Datos de entrenamiento</translation>
        </message>
        <message>
            <location filename="../provider.py"/>
            <source>Export training data...</source>
            <translation>Exportar datos de entrenamiento...</translation>
        </message>
        <message>
            <location filename="../algorithms/adding/already_there.py"/>
            <source>OUT_FOLDER: {path} holds these chips of {raster} with these labels already; choose another raster, EXTENT or IN_CLASS_DATA to add to it, or another folder.</source>
            <translation>OUT_FOLDER: {path} ya contiene estos chips de {raster} con estas etiquetas; elija otro ráster, EXTENT o IN_CLASS_DATA para añadir, u otra carpeta.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: the class raster shows no class on the image; all its pixels are 0 or nodata.</source>
            <translation>IN_CLASS_DATA: el ráster de clases no muestra ninguna clase sobre la imagen; todos sus píxeles son 0 o sin datos.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: all {count} values of {field} are NULL or blank, so no feature has a class.</source>
            <translation>CLASS_VALUE_FIELD: los {count} valores de {field} son NULL o están en blanco, por lo que ningún objeto tiene clase.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {format} cannot tell class 0 ({name}) from no class: its labels do not show, and a chip with no others counts as one without labels; give that class another value in {field}.</source>
            <translation>CLASS_VALUE_FIELD: {format} no puede distinguir la clase 0 ({name}) de la ausencia de clase: sus etiquetas no se ven, y un chip sin otras cuenta como un chip sin etiquetas; dé a esa clase otro valor en {field}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: the raster holds {count} classes; check that it is one of classes.</source>
            <translation>IN_CLASS_DATA: el ráster contiene {count} clases; compruebe que sea un ráster de clases.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {field} gives {count} classes; check that it is the field of kinds.</source>
            <translation>CLASS_VALUE_FIELD: {field} da {count} clases; compruebe que sea el campo de tipos.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: each of the {count} features has a class of its own in {field}; choose a field of kinds, not of names or numbers of features.</source>
            <translation>CLASS_VALUE_FIELD: cada uno de los {count} objetos tiene su propia clase en {field}; elija un campo de tipos, no de nombres o números de objetos.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {field} mixes whole numbers with other text ({odd}), so all its values are numbered by name, and a number is not its own class value; correct the odd ones if that is not meant.</source>
            <translation>CLASS_VALUE_FIELD: {field} mezcla números enteros con otro texto ({odd}), por lo que todos sus valores se numeran por nombre y un número no es su propio valor de clase; corrija los discordantes si no es lo que desea.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: class names that are not in UTF-8 have lost letters: {names}; rename them.</source>
            <translation>IN_CLASS_DATA: los nombres de clase que no están en UTF-8 han perdido letras: {names}; cámbielos.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: class names have lost letters: {names}; set the layer's encoding (Layer Properties &gt; Source) to the one that its text is in.</source>
            <translation>IN_CLASS_DATA: los nombres de clase han perdido letras: {names}; ponga en la capa (Propiedades de la capa &gt; Fuente) la codificación en que está su texto.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: of {total} features {unclassified} have no class, {broken} have no usable geometry, and the others lie outside the raster; check IN_CLASS_DATA and EXTENT.</source>
            <translation>No se escribió ningún chip: de {total} objetos, {unclassified} no tienen clase, {broken} no tienen geometría utilizable y los demás quedan fuera del ráster; revise IN_CLASS_DATA y EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: none has a valid pixel (of {pixels}); check IN_RASTER, its nodata values and EXTENT.</source>
            <translation>No se escribió ningún chip: ninguno tiene un píxel válido (de {pixels}); compruebe IN_RASTER, sus valores sin datos y EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; lower MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE, which left out labels ({filtered}).</source>
            <translation>No se escribió ningún chip: {labels} sin etiqueta, {pixels} sin ningún píxel válido; reduzca MIN_POLYGON_OVERLAP_RATIO y MIN_OBJECT_SIZE, que omitieron etiquetas ({filtered}).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; check that IN_CLASS_DATA and IN_RASTER overlap.</source>
            <translation>No se escribió ningún chip: {labels} sin etiqueta, {pixels} sin ningún píxel válido; compruebe que IN_CLASS_DATA e IN_RASTER se solapan.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; features: {total}, of which {unclassified} without class, {broken} without usable geometry, {others} outside the chips or too small to show.</source>
            <translation>No se escribió ningún chip: {labels} sin etiqueta, {pixels} sin ningún píxel válido; objetos: {total}, de ellos {unclassified} sin clase, {broken} sin geometría utilizable, {others} fuera de los chips o demasiado pequeños para verse.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {masked} not within IN_MASK_POLYGONS, {split} in no split or on a border between splits, {labels} without a label, {pixels} without a valid pixel; larger polygons or smaller tiles help.</source>
            <translation>No se escribió ningún chip: {masked} no dentro de IN_MASK_POLYGONS, {split} en ninguna partición o en un borde entre particiones, {labels} sin etiqueta, {pixels} sin ningún píxel válido; ayudan polígonos más grandes o teselas más pequeñas.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {outside} outside SPLIT_POLYGONS, {border} on borders between splits or partly outside, {labels} without a label, {pixels} without a valid pixel; larger polygons or blocks, or smaller tiles help.</source>
            <translation>No se escribió ningún chip: {outside} fuera de SPLIT_POLYGONS, {border} en límites entre particiones o en parte fuera, {labels} sin etiqueta, {pixels} sin ningún píxel válido; ayudan polígonos o bloques mayores, o teselas menores.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so no chip was kept (of {chips}); lower MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE, which left out labels ({filtered}).</source>
            <translation>METADATA_FORMAT: {format} necesita una etiqueta en al menos un chip, así que no se conservó ningún chip (de {chips}); reduzca MIN_POLYGON_OVERLAP_RATIO y MIN_OBJECT_SIZE, que omitieron etiquetas ({filtered}).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips was kept: the class raster shows no class on them; check IN_CLASS_DATA, or choose another METADATA_FORMAT.</source>
            <translation>METADATA_FORMAT: {format} necesita una etiqueta en al menos un chip, por lo que no se conservó ninguno de los {chips} chips: el ráster de clases no muestra ninguna clase en ellos; revise IN_CLASS_DATA o elija otro METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips was kept: of {total} features {unclassified} have no class, {broken} have no usable geometry, and {others} lie outside the chips or cover no pixel's centre; check IN_CLASS_DATA and CLASS_VALUE_FIELD, or choose another METADATA_FORMAT.</source>
            <translation>METADATA_FORMAT: {format} necesita una etiqueta en al menos un chip, por lo que no se conservó ninguno de los {chips} chips: de {total} objetos, {unclassified} no tienen clase, {broken} no tienen geometría utilizable y {others} están fuera de los chips o no cubren el centro de ningún píxel; revise IN_CLASS_DATA y CLASS_VALUE_FIELD, o elija otro METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: no raster is given.</source>
            <translation>{parameter}: no se ha indicado ningún ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is a vector layer; choose a raster.</source>
            <translation>{parameter}: {value} es una capa vectorial; elija un ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is not a raster that QGIS can open; choose a raster file or layer.</source>
            <translation>{parameter}: {value} no es un ráster que QGIS pueda abrir; elija un archivo o una capa ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is neither a raster file nor a raster layer of the project; check how it is spelled.</source>
            <translation>{parameter}: {value} no es ni un archivo ráster ni una capa ráster del proyecto; compruebe cómo está escrito.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: no class data are given, which {format} needs.</source>
            <translation>IN_CLASS_DATA: no se han indicado datos de clase, que {format} necesita.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is asked for in part; choose the layer itself, and SELECTED_ONLY for its selection.</source>
            <translation>IN_CLASS_DATA: se pide solo una parte de {value}; elija la capa misma, y SELECTED_ONLY para su selección.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is not a vector or raster layer that QGIS can open; choose a file or layer of labels.</source>
            <translation>IN_CLASS_DATA: {value} no es una capa vectorial ni ráster que QGIS pueda abrir; elija un archivo o una capa de etiquetas.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is neither a file nor a layer of the project; check how it is spelled.</source>
            <translation>IN_CLASS_DATA: {value} no es ni un archivo ni una capa del proyecto; compruebe cómo está escrito.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>no server answers for {value}, or it has no such layer; check the address and the network, and try again.</source>
            <translation>ningún servidor responde por {value}, o no tiene esa capa; compruebe la dirección y la red, e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the server of the layer {value} does not answer, or no longer has it; check its address and the network, and try again.</source>
            <translation>el servidor de la capa {value} no responde, o ya no la tiene; compruebe su dirección y la red, e inténtelo de nuevo.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the file of the layer {value} is gone ({path}); bring it back, or choose another layer.</source>
            <translation>el archivo de la capa {value} ha desaparecido ({path}); recupérelo o elija otra capa.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the layer {value} is not valid, since its source cannot be opened.</source>
            <translation>la capa {value} no es válida, porque su origen no se puede abrir.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>EXTENT: {value} is not an area; give left, right, bottom and top, as in {example}.</source>
            <translation>EXTENT: {value} no es un área; indique izquierda, derecha, abajo y arriba, como en {example}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>EXTENT: {crs} is not a coordinate reference system that QGIS knows; give a code such as EPSG:4326.</source>
            <translation>EXTENT: {crs} no es un sistema de referencia de coordenadas que QGIS conozca; indique un código como EPSG:4326.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: with REFERENCE_SYSTEM PIXEL_SPACE the whole raster is cut in its own pixels; leave it empty, or choose MAP_SPACE.</source>
            <translation>{parameter}: con REFERENCE_SYSTEM PIXEL_SPACE se corta el ráster entero en sus propios píxeles; déjelo vacío, o elija MAP_SPACE.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>{name} has no coordinate reference system; it is taken to be that of the other layer.</source>
            <translation>{name} no tiene sistema de referencia de coordenadas; se toma el de la otra capa.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>BUFFER_RADIUS: {radius} is in {unit}, the unit of {name}.</source>
            <translation>BUFFER_RADIUS: {radius} está en {unit}, la unidad de {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>MIN_POLYGON_OVERLAP_RATIO is for features; the classified raster {name} takes no notice of it.</source>
            <translation>MIN_POLYGON_OVERLAP_RATIO es para entidades vectoriales; no tiene efecto en el ráster clasificado {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>IN_CLASS_DATA: {name} has no features.</source>
            <translation>IN_CLASS_DATA: {name} no tiene objetos espaciales.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>IN_CLASS_DATA: no label lies on the raster; labels extend over {labels}, the raster over {raster} (in the raster's coordinates).</source>
            <translation>IN_CLASS_DATA: ninguna etiqueta cae sobre el ráster; las etiquetas abarcan {labels} y el ráster {raster} (en las coordenadas del ráster).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: {format} has no label rasters and takes no notice of it.</source>
            <translation>LABEL_RASTER_FORMAT: {format} no tiene rásteres de etiquetas y no lo tiene en cuenta.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: OUT_FOLDER holds label rasters as {suffix} files; choose {stored}, or another folder.</source>
            <translation>LABEL_RASTER_FORMAT: OUT_FOLDER contiene rásteres de etiquetas como archivos {suffix}; elija {stored} u otra carpeta.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/object_size.py"/>
            <source>MIN_OBJECT_SIZE: no object of a chip has sides of {size} pixels or more, since chips are {width} x {height} pixels; give at most {most}.</source>
            <translation>MIN_OBJECT_SIZE: ningún objeto de un chip tiene lados de {size} píxeles o más, porque los chips tienen {width} x {height} píxeles; indique como máximo {most}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/polygon_layer.py"/>
            <source>{parameter}: {value} is not a vector layer that QGIS can open; choose a layer of polygons.</source>
            <translation>{parameter}: {value} no es una capa vectorial que QGIS pueda abrir; elija una capa de polígonos.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/polygon_layer.py"/>
            <source>{parameter}: {name} is not a layer of polygons; choose one.</source>
            <translation>{parameter}: {name} no es una capa de polígonos; elija una.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/raster_warnings.py"/>
            <source>IN_RASTER: band {band} of {name} is tagged as alpha, but holds many values; where it is 0, pixels count as transparent. If it is a measurement such as infrared, clear its tag first (Raster &gt; Conversion &gt; Translate with -colorinterp_{band} undefined).</source>
            <translation>IN_RASTER: la banda {band} de {name} está marcada como alfa, pero contiene muchos valores; donde es 0, los píxeles cuentan como transparentes. Si es una medida como el infrarrojo, quite antes la marca (Ráster &gt; Conversión &gt; Traducir con -colorinterp_{band} undefined).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>STRIDE_X: {width} x {height} pixels make {count} chips, but at most {most} can be numbered; make STRIDE_X, STRIDE_Y or CELL_SIZE larger, or choose an EXTENT.</source>
            <translation>STRIDE_X: {width} x {height} píxeles dan {count} chips, pero como mucho se pueden numerar {most}; aumente STRIDE_X, STRIDE_Y o CELL_SIZE, o elija EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>ROTATION_ANGLE: with it there are {count} chips, but at most {most} can be numbered; make it, STRIDE_X or STRIDE_Y larger, or choose an EXTENT.</source>
            <translation>ROTATION_ANGLE: con él hay {count} chips, pero solo se pueden numerar {most}; aumente el ángulo, STRIDE_X o STRIDE_Y, o elija EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>CROP_MODE: the envelope of feature {fid} has {width} x {height} pixels and takes {size}; the most is {limit}, so choose FIXED_SIZE, or make CELL_SIZE larger.</source>
            <translation>CROP_MODE: el rectángulo envolvente del objeto {fid} tiene {width} x {height} píxeles y ocupa {size}; el máximo es {limit}: elija FIXED_SIZE o aumente CELL_SIZE.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>TILE_SIZE_X: a chip of {width} x {height} pixels takes {size}; the most is {limit}, so make TILE_SIZE_X or TILE_SIZE_Y smaller.</source>
            <translation>TILE_SIZE_X: un chip de {width} x {height} píxeles ocupa {size}; el máximo es {limit}, así que reduzca TILE_SIZE_X o TILE_SIZE_Y.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>OUT_FOLDER: {path} is temporary, and goes when QGIS closes; to keep the export choose a folder that stays, such as {place}.</source>
            <translation>OUT_FOLDER: {path} es temporal y desaparece al cerrar QGIS; para conservar la exportación elija una carpeta que permanezca, como {place}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>REPORT: {path} cannot be written: {reason}.</source>
            <translation>REPORT: no se puede escribir {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>OUT_FOLDER: {path} has {free} free, but the export of {count} chips takes about {needed}; choose another folder or an EXTENT, make STRIDE_X and STRIDE_Y larger, or write ONLY_TILES_WITH_FEATURES.</source>
            <translation>OUT_FOLDER: {path} tiene {free} libres, pero la exportación de {count} chips ocupa unos {needed}; elija otra carpeta o un EXTENT, aumente STRIDE_X y STRIDE_Y, o escriba ONLY_TILES_WITH_FEATURES.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/scheduler.py"/>
            <source>DASK_SCHEDULER: the Python of QGIS has no package distributed; install it there (pip install distributed, or Debian's python3-distributed), or leave DASK_SCHEDULER empty.</source>
            <translation>DASK_SCHEDULER: el Python de QGIS no tiene el paquete distributed; instálelo allí (pip install distributed, o python3-distributed de Debian), o deje DASK_SCHEDULER vacío.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/scheduler.py"/>
            <source>DASK_SCHEDULER: no scheduler answers at {address} ({reason}); start it, or leave DASK_SCHEDULER empty, and this machine makes the chips.</source>
            <translation>DASK_SCHEDULER: ningún planificador responde en {address} ({reason}); inícielo, o deje DASK_SCHEDULER vacío y esta máquina hará los chips.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>SELECTED_ONLY: {name} is a raster, in which nothing can be selected; leave it off.</source>
            <translation>SELECTED_ONLY: {name} es un ráster, en el que no se puede seleccionar nada; déjelo desactivado.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>SELECTED_ONLY: no feature of {name} is selected; select some, or leave it off.</source>
            <translation>SELECTED_ONLY: ningún objeto de {name} está seleccionado; seleccione algunos o déjelo desactivado.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{name} has a filter ({filter}); only the features that pass it are exported.</source>
            <translation>{name} tiene un filtro ({filter}); solo se exportan los objetos que lo pasan.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{count} of {total} features of {name} are selected; only these are exported.</source>
            <translation>{count} de {total} objetos de {name} están seleccionados; solo se exportan estos.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{count} of {total} features of {name} are selected; all are exported. SELECTED_ONLY takes the selected ones alone.</source>
            <translation>{count} de {total} objetos de {name} están seleccionados; se exportan todos. SELECTED_ONLY toma solo los seleccionados.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/split_layer.py"/>
            <source>SPLIT_POLYGONS: {name} has no text field split, which says train, valid or test; its fields are {fields}.</source>
            <translation>SPLIT_POLYGONS: {name} no tiene un campo de texto split que diga train, valid o test; sus campos son {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/split_layer.py"/>
            <source>SPLIT_POLYGONS: polygons decide on the split, not shares; set VALIDATION_PERCENT and TEST_PERCENT to 0, and leave SPLIT_BLOCK_SIZE empty.</source>
            <translation>SPLIT_POLYGONS: los polígonos deciden la división, no las proporciones; ponga VALIDATION_PERCENT y TEST_PERCENT en 0 y deje SPLIT_BLOCK_SIZE vacío.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>{parameter}: {name} draws pictures, which are stretched already; leave it out.</source>
            <translation>{parameter}: {name} dibuja imágenes, que ya están estiradas; omítalo.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>{parameter}: {name} holds numbers of a palette, which are no measurements; leave it out.</source>
            <translation>{parameter}: {name} contiene números de una paleta, que no son mediciones; omítalo.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>STRETCH_RANGE: {count} ranges are given for {bands} bands; give one for all, or one for each.</source>
            <translation>STRETCH_RANGE: se dan {count} intervalos para {bands} bandas; dé uno para todas o uno para cada una.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>STRETCH: STRETCH_RANGE gives the numbers, so {stretch} is not used.</source>
            <translation>STRETCH: STRETCH_RANGE da los números, por lo que {stretch} no se usa.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {name} is a table without geometry.</source>
            <translation>IN_CLASS_DATA: {name} es una tabla sin geometría.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {path} holds several layers, and the first, {taken}, is a table without geometry; choose another as in {example}. The others are {others}.</source>
            <translation>IN_CLASS_DATA: {path} contiene varias capas, y la primera, {taken}, es una tabla sin geometría; elija otra como en {example}. Las demás son {others}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {path} holds several layers, of which the first, {taken}, is taken; choose another as in {example}. The others are {others}.</source>
            <translation>IN_CLASS_DATA: {path} contiene varias capas, de las que se toma la primera, {taken}; elija otra como en {example}. Las demás son {others}.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: the layer cannot be created; choose another file ({reason}).</source>
            <translation>CHIP_INDEX: no se puede crear la capa; elija otro archivo ({reason}).</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} does not take chip {stem} ({reason}); choose another file or format for it. The training set itself is complete.</source>
            <translation>CHIP_INDEX: {format} no admite el chip {stem} ({reason}); elija otro archivo o formato. El conjunto de entrenamiento en sí está completo.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} cannot be read back, so nothing tells whether it is complete.</source>
            <translation>CHIP_INDEX: {format} no se puede volver a leer, así que nada indica si está completo.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {path} ({format}) holds {found} of {count} chips ({reason}); choose another file or format for it. The training set itself is complete.</source>
            <translation>CHIP_INDEX: {path} ({format}) contiene {found} de {count} chips ({reason}); elija otro archivo o formato. El conjunto de entrenamiento en sí está completo.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} keeps {limit} bytes of a text; texts that were shortened and end in {mark}: {count}. GeoPackage keeps all.</source>
            <translation>CHIP_INDEX: {format} guarda {limit} bytes de un texto; textos que se acortaron y terminan en {mark}: {count}. GeoPackage lo guarda todo.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} does not keep all names and texts as they are; GeoPackage does.</source>
            <translation>CHIP_INDEX: {format} no conserva todos los nombres y textos tal como son; GeoPackage sí.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} holds the table without its polygons; GeoPackage holds both.</source>
            <translation>CHIP_INDEX: {format} contiene la tabla sin sus polígonos; GeoPackage contiene ambos.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/path.py"/>
            <source>CHIP_INDEX: {path} is not a plain file but a link, a pipe or a device; choose another file.</source>
            <translation>CHIP_INDEX: {path} no es un archivo normal, sino un enlace, una tubería o un dispositivo; elija otro archivo.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>nodata for more than half</source>
            <translation>más de la mitad sin datos</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>with labels</source>
            <translation>con etiquetas</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>without labels</source>
            <translation>sin etiquetas</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>{split}, with labels</source>
            <translation>{split}, con etiquetas</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>{split}, without labels</source>
            <translation>{split}, sin etiquetas</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>Drawing the chip index</source>
            <translation>Dibujo del índice de chips</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Export training data for deep learning</source>
            <translation>Exportar datos de entrenamiento para aprendizaje profundo</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>chips,tiles,image chips,deep learning,machine learning,training data,object detection,segmentation,mask,labels,annotation,dataset,patches,bounding boxes,samples,split raster,tile images,annotations</source>
            <translation>chips,teselas,chips de imagen,aprendizaje profundo,aprendizaje automático,datos de entrenamiento,detección de objetos,segmentación,máscara,etiquetas,anotación,conjunto de datos,parches,cajas delimitadoras,muestras,dividir ráster,teselar imágenes,anotaciones</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Cuts imagery into chips and writes the labels of each chip beside them.</source>
            <translation>Corta las imágenes en chips y escribe al lado las etiquetas de cada chip.</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Turns imagery and labels into a training set for deep learning: a folder of image chips, a folder of labels, and the files that describe them as ArcGIS Pro writes them.

Chips lie on a regular grid from the raster's upper-left corner. Labels are clipped to each chip; a label counts as soon as its part in the chip has an area. Labels in another coordinate reference system are transformed to the raster's.</source>
            <translation>Convierte imágenes y etiquetas en un conjunto de entrenamiento para aprendizaje profundo: una carpeta de chips de imagen, una carpeta de etiquetas y los archivos que las describen, tal como los escribe ArcGIS Pro.

Los chips forman una cuadrícula regular desde la esquina superior izquierda del ráster. Las etiquetas se recortan a cada chip; una etiqueta cuenta en cuanto su parte en el chip tiene área. Las etiquetas en otro sistema de referencia de coordenadas se transforman al del ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Proposing an output folder</source>
            <translation>Propuesta de una carpeta de salida</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Checking the parameters</source>
            <translation>Comprobación de los parámetros</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Preparing the export</source>
            <translation>Preparación de la exportación</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>The algorithm was not prepared.</source>
            <translation>El algoritmo no se ha preparado.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/each_item.py"/>
            <source>OUT_FOLDER: {path} holds the chips of all {count} files of {name} already; choose another folder.</source>
            <translation>OUT_FOLDER: {path} ya contiene los chips de los {count} archivos de {name}; elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/each_item.py"/>
            <source>File {number} of {count}: {path}</source>
            <translation>Archivo {number} de {count}: {path}</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/export_of.py"/>
            <source>PROCESSING_MODE: {name} is no mosaic of files, so it is exported as one raster.</source>
            <translation>PROCESSING_MODE: {name} no es un mosaico de archivos, por lo que se exporta como un solo ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path}, a file of {name}, is no raster that QGIS can open.</source>
            <translation>PROCESSING_MODE: {path}, un archivo de {name}, no es un ráster que QGIS pueda abrir.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path} has {bands} bands, and {name}, of which it is a file, {count}; choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: {path} tiene {bands} bandas, y {name}, del que forma parte, {count}; elija PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path} and {other} have different coordinate reference systems, and blocks and polygons of a split lie in one; export without a split, or choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: {path} y {other} tienen sistemas de referencia de coordenadas distintos, y los bloques y polígonos de una división están en uno solo; exporte sin división o elija PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: pixels of {path} are of type {type}, those of {other} of type {other_type}, and chips of one set are of one; set STRETCH, or choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: los píxeles de {path} son de tipo {type}, los de {other} de tipo {other_type}, y los chips de un conjunto son de uno solo; indique STRETCH o elija PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: bands of {path} are named {names}, those of {other} {other_names}, and chips of one set have the same; choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: las bandas de {path} se llaman {names}, las de {other} {other_names}, y los chips de un conjunto tienen las mismas; elija PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/one_export.py"/>
            <source>Exporting</source>
            <translation>Exportación</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/two_sets.py"/>
            <source>The rasters lie apart, so each is cut on its own pixels, into {folder}.</source>
            <translation>Los rásteres están separados, por lo que cada uno se recorta sobre sus propios píxeles, en {folder}.</translation>
        </message>
        <message>
            <location filename="../algorithms/field_widget.py"/>
            <source>Listing the fields of the class data</source>
            <translation>Lista de los campos de los datos de clase</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: no second raster is given, which {format} needs.</source>
            <translation>IN_RASTER2: no se ha indicado un segundo ráster, que {format} necesita.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: {name} is the input raster itself; choose another raster, or leave it empty.</source>
            <translation>IN_RASTER2: {name} es el propio ráster de entrada; elija otro ráster o déjelo vacío.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: {format} has one image for each chip; leave it empty, or choose one of {formats}.</source>
            <translation>IN_RASTER2: {format} tiene una imagen por chip; déjelo vacío o elija uno de {formats}.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_CLASS_DATA: {name} is the input raster itself; choose the layer that holds the labels.</source>
            <translation>IN_CLASS_DATA: {name} es el propio ráster de entrada; elija la capa que contiene las etiquetas.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>OUT_FOLDER: no folder is given.</source>
            <translation>OUT_FOLDER: no se ha indicado ninguna carpeta.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>ROTATION_ANGLE: 360 degrees turn nothing; give an angle below, or 0 for none.</source>
            <translation>ROTATION_ANGLE: 360 grados no giran nada; indique un ángulo menor, o 0 para ninguno.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>ROTATION_ANGLE: {format} cannot say that a chip is turned; choose TIFF, PNG or JPEG.</source>
            <translation>ROTATION_ANGLE: {format} no puede indicar que un chip está girado; elija TIFF, PNG o JPEG.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>IN_CLASS_DATA: {format} has a chip for each feature, but {name} is a raster; choose a layer of polygons, points or lines, or MultiLabeled_Tiles as METADATA_FORMAT.</source>
            <translation>IN_CLASS_DATA: {format} tiene un chip por objeto, pero {name} es un ráster; elija una capa de polígonos, puntos o líneas, o MultiLabeled_Tiles como METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>STRIDE_X, STRIDE_Y: chips of {format} lie around features, so strides are not used.</source>
            <translation>STRIDE_X, STRIDE_Y: los chips de {format} están alrededor de objetos, por lo que los pasos no se usan.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>{parameter}: every chip of {format} has a label, so it is not used.</source>
            <translation>{parameter}: todo chip de {format} tiene una etiqueta, por lo que no se usa.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>{parameter}: it is for {formats}; {format} takes no notice of it.</source>
            <translation>{parameter}: es para {formats}; {format} no lo tiene en cuenta.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/chips.py"/>
            <source>Looking for the envelopes of features</source>
            <translation>Buscando los rectángulos envolventes de los objetos</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Chips</source>
            <translation>Chips</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>about {size}</source>
            <translation>unos {size}</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Time in one thread, without the disk</source>
            <translation>Tiempo en un hilo, sin el disco</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>about {count:.0f} s</source>
            <translation>unos {count:.0f} s</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>less than 1 s</source>
            <translation>menos de 1 s</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Making some chips to see what they take</source>
            <translation>Haciendo algunos chips para ver cuánto ocupan</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>REPORT: {path} is a folder; give a file.</source>
            <translation>REPORT: {path} es una carpeta; indique un archivo.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>REPORT: {path} is not writable; choose another file.</source>
            <translation>REPORT: no se puede escribir en {path}; elija otro archivo.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Opening the chip index</source>
            <translation>Apertura del índice de chips</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Reading the export back</source>
            <translation>Relectura de la exportación</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Cancelled; the training set is complete, report and chip index are not.</source>
            <translation>Cancelado; el conjunto de entrenamiento está completo, el informe y el índice de chips no.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Making the report</source>
            <translation>Creación del informe</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Closing the chip index</source>
            <translation>Cierre del índice de chips</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Adding chip {stem} to the chip index</source>
            <translation>Adición del chip {stem} al índice de chips</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>EMPTY_CHIPS_PERCENT: ONLY_TILES_WITH_FEATURES writes no chip without labels, so it is not used.</source>
            <translation>EMPTY_CHIPS_PERCENT: ONLY_TILES_WITH_FEATURES no escribe ningún chip sin etiquetas, así que no se usa.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>MASK_MODE: there are no IN_MASK_POLYGONS, so it is not used.</source>
            <translation>MASK_MODE: no hay IN_MASK_POLYGONS, así que no se usa.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Estimated size: at most {size}.</source>
            <translation>Tamaño estimado: como máximo {size}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>The chips are added to those in {path}; their numbers begin with {number}.</source>
            <translation>Los chips se añaden a los de {path}; sus números empiezan por {number}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Classes: {count} ({listed}).</source>
            <translation>Clases: {count} ({listed}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>CLASS_VALUE_FIELD is not set, so all labels are of class 1; fields that can be are {fields}.</source>
            <translation>CLASS_VALUE_FIELD no está definido, así que todas las etiquetas son de la clase 1; los campos posibles son {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>{field} holds text: its values are numbered by name.</source>
            <translation>{field} contiene texto: sus valores se numeran por nombre.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that lie within IN_MASK_POLYGONS: {count} of {total}.</source>
            <translation>Chips que están dentro de IN_MASK_POLYGONS: {count} de {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that IN_MASK_POLYGONS meet: {count} of {total}; {parts} of them reach beyond and are filled there.</source>
            <translation>Chips que IN_MASK_POLYGONS toca: {count} de {total}; {parts} de ellos sobresalen y se rellenan ahí.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Bands of the chips: {bands}.</source>
            <translation>Bandas de los chips: {bands}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Band {band}, which is left out, is alpha: pixels where it is 0 count as transparent.</source>
            <translation>La banda {band}, que se omite, es alfa: los píxeles donde vale 0 cuentan como transparentes.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>TIFF chips are compressed: {compression}.</source>
            <translation>Los chips TIFF están comprimidos: {compression}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit as the export that OUT_FOLDER holds; STRETCH_RANGE={ranges}.</source>
            <translation>Estirado a 8 bits como la exportación que contiene OUT_FOLDER; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit; STRETCH_RANGE={ranges}.</source>
            <translation>Estirado a 8 bits; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit by {kind}, estimated from {pixels} pixels all over the area, which is too large to look at all of them; STRETCH_RANGE={ranges}.</source>
            <translation>Estirado a 8 bits por {kind}, estimado a partir de {pixels} píxeles de toda el área, que es demasiado grande para mirarlos todos; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit by {kind}, exactly over all pixels; STRETCH_RANGE={ranges}.</source>
            <translation>Estirado a 8 bits por {kind}, exactamente sobre todos los píxeles; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Pixels where band {band} is 0 count as transparent: the raster tags that band as alpha.</source>
            <translation>Los píxeles donde la banda {band} es 0 cuentan como transparentes: el ráster marca esa banda como alfa.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips written: {chips}, {empty} of them without labels. Labels written: {objects}.</source>
            <translation>Chips escritos: {chips}, {empty} de ellos sin etiquetas. Etiquetas escritas: {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips written: {chips}.</source>
            <translation>Chips escritos: {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Time: {seconds:.1f} s, {rate} chips per second.</source>
            <translation>Tiempo: {seconds:.1f} s, {rate} chips por segundo.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Tiles that the server does not have, taken as empty: {count} (the first is {url}).</source>
            <translation>Teselas que el servidor no tiene, tomadas como vacías: {count} (la primera es {url}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips whose second image has no valid pixel: {count} of {total}.</source>
            <translation>Chips cuya segunda imagen no tiene ningún píxel válido: {count} de {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that would be written: {chips}, {empty} of them without labels. Labels: {objects}.</source>
            <translation>Chips que se escribirían: {chips}, {empty} de ellos sin etiquetas. Etiquetas: {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that would be written: {chips}.</source>
            <translation>Chips que se escribirían: {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips in {split}: {chips}.</source>
            <translation>Chips en {split}: {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Time: {seconds:.1f} s; nothing was written.</source>
            <translation>Tiempo: {seconds:.1f} s; no se escribió nada.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie outside IN_MASK_POLYGONS: {count}.</source>
            <translation>Chips omitidos por estar fuera de IN_MASK_POLYGONS: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because IN_MASK_POLYGONS do not hold their whole tile: {count}.</source>
            <translation>Chips omitidos porque IN_MASK_POLYGONS no contiene toda su tesela: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they have no labels: {count}.</source>
            <translation>Chips omitidos porque no tienen etiquetas: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because EMPTY_CHIPS_PERCENT limits those without labels: {count}.</source>
            <translation>Chips omitidos porque EMPTY_CHIPS_PERCENT limita los que no tienen etiquetas: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie on the border between two splits: {count}.</source>
            <translation>Chips omitidos porque están en el límite entre dos particiones: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie in no split with their whole tile: {count}.</source>
            <translation>Chips omitidos porque no están en una partición con toda su tesela: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie outside SPLIT_POLYGONS: {count}.</source>
            <translation>Chips omitidos porque están fuera de SPLIT_POLYGONS: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they have no valid pixel: {count}.</source>
            <translation>Chips omitidos porque no tienen ningún píxel válido: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features with an invalid geometry that was repaired: {count} (ids {ids}).</source>
            <translation>Objetos espaciales con geometría no válida que se ha reparado: {count} (id {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features of which only the polygons were taken, no points or lines: {count} (ids {ids}).</source>
            <translation>Objetos de los que solo se tomaron los polígonos, sin puntos ni líneas: {count} (ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because they are points or lines, not polygons: {count} (ids {ids}).</source>
            <translation>Objetos omitidos porque son puntos o líneas, no polígonos: {count} (ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because their geometry cannot be used: {count} (ids {ids}).</source>
            <translation>Objetos espaciales omitidos porque su geometría no se puede usar: {count} (id {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because they have no class: {count} (ids {ids}).</source>
            <translation>Objetos espaciales omitidos porque no tienen clase: {count} (id {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels that no pixel shows, since they cover no pixel's centre or lie under others: {count}.</source>
            <translation>Etiquetas que ningún píxel muestra, porque no cubren el centro de ningún píxel o quedan debajo de otras: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out because their box has no width or no height in two decimals: {count}.</source>
            <translation>Etiquetas omitidas porque su caja no tiene ancho o alto con dos decimales: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Instances written: {count}.</source>
            <translation>Instancias escritas: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features cut by IN_MASK_POLYGONS, which take a part of them: {count}.</source>
            <translation>Objetos recortados por IN_MASK_POLYGONS, de los que queda una parte: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out by MIN_POLYGON_OVERLAP_RATIO, too little of their feature: {count}.</source>
            <translation>Etiquetas omitidas por MIN_POLYGON_OVERLAP_RATIO, muy poco de su entidad: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out by MIN_OBJECT_SIZE, a side of their box is shorter: {count}.</source>
            <translation>Etiquetas omitidas por MIN_OBJECT_SIZE, un lado de su caja es más corto: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/classes.py"/>
            <source>Reading the classes</source>
            <translation>Lectura de las clases</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>{stride} pixels are more than a tile of {tile}, so the pixels between chips are in none; a stride up to the tile size leaves no gap.</source>
            <translation>{stride} píxeles son más que una tesela de {tile}, así que los píxeles entre chips no están en ninguno; un paso de hasta el tamaño de la tesela no deja huecos.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>{tile} pixels are more than the raster's {pixels}, so the rest of each chip is nodata, or 0; a smaller tile is filled.</source>
            <translation>{tile} píxeles son más que los {pixels} del ráster, así que el resto de cada chip es nodata o 0; una tesela menor se llena.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>BUFFER_RADIUS: {radius} {unit} is more than the whole raster measures ({size}), so a single label can cover all chips; the unit is that of {name}.</source>
            <translation>BUFFER_RADIUS: {radius} {unit} es más de lo que mide todo el ráster ({size}), así que una sola etiqueta puede cubrir todos los chips; la unidad es la de {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/imagery.py"/>
            <source>Opening the raster {name}</source>
            <translation>Apertura del ráster {name}</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/imagery.py"/>
            <source>IMAGE_CHIP_FORMAT: {format} holds no alpha band, so band {band} of {name} is left out; transparent pixels hold the nodata value, or 0, and count in no statistic.</source>
            <translation>IMAGE_CHIP_FORMAT: {format} no admite banda alfa, por lo que se omite la banda {band} de {name}; los píxeles transparentes contienen el valor sin datos, o 0, y no cuentan en ninguna estadística.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: with REFERENCE_SYSTEM PIXEL_SPACE nothing says where a second raster lies; leave it empty, or choose MAP_SPACE.</source>
            <translation>IN_RASTER2: con REFERENCE_SYSTEM PIXEL_SPACE nada dice dónde está un segundo ráster; déjelo vacío o elija MAP_SPACE.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: {format} holds no chips of {name}, which has {bands} bands of type {type}; choose another IMAGE_CHIP_FORMAT, or convert that raster first (Raster &gt; Conversion &gt; Translate).</source>
            <translation>IN_RASTER2: {format} no admite chips de {name}, que tiene {bands} bandas de tipo {type}; elija otro IMAGE_CHIP_FORMAT o convierta antes ese ráster (Ráster &gt; Conversión &gt; Traducir).</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: no transformation leads from the coordinate reference system of {raster} to that of {second}; correct the one that is wrong in the layer's properties.</source>
            <translation>IN_RASTER2: ninguna transformación lleva del sistema de referencia de coordenadas de {raster} al de {second}; corrija el que esté mal en las propiedades de la capa.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Cell size</source>
            <translation>Tamaño de celda</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Width and height of a chip's pixels in map units of the raster. Not set: the raster's own. Layers without a resolution of their own need one: XYZ and other tiles (the size of a zoom level gives its own pixels), WMS and map services. Files and tiles are resampled to the nearest pixel; services that send any size resample by themselves.</source>
            <translation>Ancho y alto de los píxeles de un chip en unidades de mapa del ráster. Sin indicar: los del ráster. Las capas sin resolución propia lo necesitan: XYZ y otras teselas (el tamaño de un nivel de zoom da exactamente sus píxeles), WMS y servicios de mapas. Los archivos y las teselas se remuestrean al píxel más cercano; los servicios que envían cualquier tamaño remuestrean por sí mismos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Extent</source>
            <translation>Extensión</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>The area to export, snapped outward to whole pixels; what lies outside counts as beyond the raster. Not set: the whole raster. XYZ tiles need one.</source>
            <translation>El área que se exporta, ajustada hacia fuera a píxeles enteros; lo que queda fuera cuenta como más allá del ráster. Sin indicar: todo el ráster. Las teselas XYZ la necesitan.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Mask polygons</source>
            <translation>Polígonos de máscara</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Polygons of the area whose labels are complete, in any coordinate reference system. Only what lies within them is written, so that nothing unlabelled is shown as background. Not set: the whole raster.</source>
            <translation>Polígonos del área cuyas etiquetas están completas, en cualquier sistema de referencia de coordenadas. Solo se escribe lo que está dentro, para que nada sin etiquetar aparezca como fondo. Sin valor: todo el ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Mask mode</source>
            <translation>Modo de máscara</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>What becomes of chips that reach beyond the mask polygons. CHIPS_INSIDE: only chips whose whole tile lies within the polygons are written. BLACKEN_OUTSIDE: pixels whose centre lies outside hold the nodata value, or 0, and count in no statistic; labels are cut to the polygons.</source>
            <translation>Qué ocurre con los chips que sobresalen de los polígonos de máscara. CHIPS_INSIDE: solo se escriben los chips cuya tesela entera está dentro de los polígonos. BLACKEN_OUTSIDE: los píxeles cuyo centro está fuera tienen el valor nodata, o 0, y no cuentan en ninguna estadística; las etiquetas se recortan a los polígonos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Empty chips percent</source>
            <translation>Porcentaje de chips vacíos</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>With ALL_TILES: at most so many chips without labels are written, in percent of those with labels. They are drawn at random, always the same ones. Where there is a split, that goes for train; valid and test keep all of theirs. Not set: all.</source>
            <translation>Con ALL_TILES: se escriben como máximo tantos chips sin etiquetas, en porcentaje de los que las tienen. Se sortean, siempre los mismos. Donde hay una división, vale para train; valid y test conservan todos los suyos. Sin definir: todos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Plan only</source>
            <translation>Solo planificar</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Write no chip, only the report and the chip index of what would be written, from one look at the labels: chips, labels of each class and split, and what the export would take. The output folder is not touched.</source>
            <translation>No escribir ningún chip, solo el informe y el índice de chips de lo que se escribiría, a partir de una mirada a las etiquetas: chips, etiquetas de cada clase y partición, y lo que ocuparía la exportación. La carpeta de salida no se toca.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Report</source>
            <translation>Informe</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>A page about the finished training set, for a browser: counts and sizes of the labels, what is worth a look before training, and pictures of up to 24 chips with their labels.</source>
            <translation>Una página para el navegador sobre el conjunto terminado: número y tamaño de las etiquetas, lo que conviene mirar antes de entrenar e imágenes de hasta 24 chips con sus etiquetas.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Chip index</source>
            <translation>Índice de chips</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>A polygon layer of the chips: where each lies, its files, its labels, and the share of its pixels that are valid.</source>
            <translation>Una capa de polígonos de los chips: dónde está cada uno, sus archivos, sus etiquetas y la proporción de sus píxeles válidos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Dataset description</source>
            <translation>Descripción del conjunto de datos</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Also write croissant.json, which catalogues and loaders of training data read: files, bands, classes, and where the data lies. Licence, citation and authors are for you to add; what you add stays when chips are added.</source>
            <translation>Escribir también croissant.json, que leen los catálogos y los cargadores de datos de entrenamiento: archivos, bandas, clases y dónde están los datos. La licencia, la cita y los autores los añade usted; lo que añada se conserva cuando se agregan chips.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Minimum polygon overlap ratio</source>
            <translation>Proporción mínima de superposición</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Least share of a feature's area, from 0 to 1, that a chip has to show; a part that is less is no label of that chip, in boxes, masks and class maps alike. 0 keeps every part, 1 only features that lie in the chip as a whole. A classified raster takes no notice of it.</source>
            <translation>Proporción mínima del área de una entidad, de 0 a 1, que un chip debe mostrar; una parte menor no es etiqueta de ese chip, ni en cajas, ni en máscaras, ni en mapas de clases. 0 conserva todas las partes, 1 solo las entidades que están enteras en el chip. No se aplica a un ráster clasificado.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Minimum object size</source>
            <translation>Tamaño mínimo de objeto</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Least length in pixels of the shorter side of the box that an object has in a chip; smaller objects are no labels, in boxes, masks and class maps alike. Of a classified raster the objects are the regions of one class that a chip shows.</source>
            <translation>Longitud mínima, en píxeles, del lado más corto de la caja que un objeto tiene en un chip; los objetos menores no son etiquetas, ni en cajas, ni en máscaras, ni en mapas de clases. En un ráster clasificado, los objetos son las regiones de una clase que un chip muestra.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Instance data</source>
            <translation>Datos de instancias</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>For Panoptic_Segmentation: the objects that are told apart one by one, polygons or a classified raster in any coordinate reference system, beside the input class data, which say of each pixel what it is.</source>
            <translation>Para Panoptic_Segmentation: los objetos que se distinguen uno a uno, polígonos o un ráster clasificado en cualquier sistema de referencia de coordenadas, junto a los datos de clase, que dicen de cada píxel qué es.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Instance class value field</source>
            <translation>Campo del valor de clase de las instancias</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>The field that tells classes of the instance data apart, as the class value field does for the class data; class 0 is not taken.</source>
            <translation>El campo que distingue las clases de los datos de instancias, como el campo del valor de clase lo hace para los datos de clase; la clase 0 no se admite.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Selected features only</source>
            <translation>Solo objetos seleccionados</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Only features that are selected in the layer of the class data become labels; classes are those of these features. Off: all features, selected or not.</source>
            <translation>Solo los objetos seleccionados en la capa de los datos de clase se convierten en etiquetas; las clases son las de estos objetos. Desactivado: todos los objetos, seleccionados o no.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Validation percent</source>
            <translation>Porcentaje de validación</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Share of the chips with labels that goes into the folder valid. The map is cut into blocks, each of which is train, valid or test as a whole, so that no ground is in two of them; chips on a border between two are not written. Blocks are chosen so that each class is shared out alike. 0 for this and the test: no split.</source>
            <translation>Proporción de los chips con etiquetas que va a la carpeta valid. El mapa se corta en bloques, cada uno de los cuales es train, valid o test por entero, de modo que ningún terreno está en dos de ellos; los chips en el límite entre dos no se escriben. Los bloques se eligen de modo que cada clase se reparta por igual. 0 aquí y en la prueba: sin división.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Test percent</source>
            <translation>Porcentaje de prueba</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Share of the chips with labels that goes into the folder test, likewise.</source>
            <translation>Proporción de los chips con etiquetas que va a la carpeta test, del mismo modo.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split block size</source>
            <translation>Tamaño de bloque de la división</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Side of a block in map units of the raster, at least a tile. Not set: 8 tiles. Small blocks share out rare classes more evenly, large ones cost fewer chips on borders and lie further apart. An export that is added to a folder keeps the blocks that are there.</source>
            <translation>Lado de un bloque en unidades del mapa del ráster, al menos una tesela. Sin definir: 8 teselas. Los bloques pequeños reparten mejor las clases raras; los grandes cuestan menos chips en los límites y quedan más separados. Una exportación que se añade a una carpeta conserva los bloques que hay allí.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split seed</source>
            <translation>Semilla de la división</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Another number gives another split.</source>
            <translation>Otro número da otra división.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split polygons</source>
            <translation>Polígonos de la división</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Polygons in place of shares and blocks, in any coordinate reference system; their text field split says train, valid or test. A chip is written where its whole tile lies in polygons of one split and in none of another.</source>
            <translation>Polígonos en lugar de proporciones y bloques, en cualquier sistema de referencia de coordenadas; su campo de texto split dice train, valid o test. Un chip se escribe donde toda su tesela está en polígonos de una partición y en ninguno de otra.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Input raster</source>
            <translation>Ráster de entrada</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The imagery: a raster file, a virtual mosaic, or a layer of a web service (XYZ, WMS, WMTS, WCS, ArcGIS image or map service). Chips keep its pixels, bands, pixel type and nodata value; nothing is resampled unless a cell size is set. Services that draw pictures give red, green and blue; their transparent pixels are 0 and masked out.</source>
            <translation>Las imágenes: un archivo ráster, un mosaico virtual o una capa de un servicio web (XYZ, WMS, WMTS, WCS, servicio de imágenes o de mapas de ArcGIS). Los chips conservan sus píxeles, bandas, tipo de píxel y valor sin datos; nada se remuestrea salvo que se indique un tamaño de celda. Los servicios que dibujan imágenes dan rojo, verde y azul; sus píxeles transparentes son 0 y quedan enmascarados.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Output folder</source>
            <translation>Carpeta de salida</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Gets the folders images and labels and the files that describe them. It is created if it does not exist; nothing in it is overwritten. Choose one that stays, such as training_data in your home folder: a temporary folder goes when QGIS closes.</source>
            <translation>Recibe las carpetas images y labels y los archivos que las describen. Se crea si no existe; nada de lo que contiene se sobrescribe. Elija una que permanezca, como training_data en su carpeta personal: una carpeta temporal desaparece al cerrar QGIS.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Input class data</source>
            <translation>Datos de clases</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The labels, in any coordinate reference system: polygons, points or lines (with a buffer radius), or a classified raster, whose pixels are class values; 0 and nodata mean no class. Export_Tiles and CycleGAN have no labels and need none.</source>
            <translation>Las etiquetas, en cualquier sistema de referencia de coordenadas: polígonos, puntos o líneas (con un radio de influencia), o un ráster clasificado, cuyos píxeles son valores de clase; 0 y sin datos significan ninguna clase. Export_Tiles y CycleGAN no tienen etiquetas y no los necesitan.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Image chip format</source>
            <translation>Formato de los chips de imagen</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>TIFF (any pixels), PNG (8 or 16 bit, up to 4 bands), JPEG (8 bit, 1 or 3 bands) or MRF (any pixels).</source>
            <translation>TIFF (cualquier píxel), PNG (8 o 16 bits, hasta 4 bandas), JPEG (8 bits, 1 o 3 bandas) o MRF (cualquier píxel).</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Tile size X</source>
            <translation>Tamaño de tesela X</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Width of a chip in pixels.</source>
            <translation>Ancho de un chip en píxeles.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Tile size Y</source>
            <translation>Tamaño de tesela Y</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Height of a chip in pixels.</source>
            <translation>Alto de un chip en píxeles.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Stride X</source>
            <translation>Paso X</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Step to the next chip on the right in pixels. The tile size gives chips side by side, half of it an overlap of 50 %.</source>
            <translation>Paso hasta el siguiente chip a la derecha, en píxeles. El tamaño de tesela da chips contiguos; la mitad, una superposición del 50 %.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Stride Y</source>
            <translation>Paso Y</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Step to the next chip below in pixels.</source>
            <translation>Paso hasta el siguiente chip hacia abajo, en píxeles.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Output no feature tiles</source>
            <translation>Chips sin objetos espaciales</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>ALL_TILES writes every chip, ONLY_TILES_WITH_FEATURES only those that show a label. Chips without any valid pixel are never written.</source>
            <translation>ALL_TILES escribe todos los chips; ONLY_TILES_WITH_FEATURES, solo los que muestran una etiqueta. Los chips sin ningún píxel válido no se escriben nunca.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Metadata format</source>
            <translation>Formato de metadatos</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>How labels are written: KITTI_rectangles (text) or PASCAL_VOC_rectangles (XML), the box of each label's part in the chip; Classified_Tiles, an image of class values; RCNN_Masks, an image of numbered objects per class; COCO, boxes and outlines of all chips in one JSON file; YOLO_detect, YOLO_segment and YOLO_obb, text with a box, an outline or a rotated rectangle for each label, and data.yaml; DOTA, text with rotated rectangles; Labeled_Tiles, one chip for each feature, and XML with its class and box; MultiLabeled_Tiles, XML with the names of the classes that a chip shows; Imagenet, one chip for each feature, in the folder of its class; Export_Tiles, chips alone, without labels; CycleGAN, the same of two rasters, in folders A and B; Panoptic_Segmentation, an image of class values, and one of numbered objects for each class of the instance data. COCO, YOLO and DOTA take chips of 8 bit with 1, 3 or 4 bands.</source>
            <translation>Cómo se escriben las etiquetas: KITTI_rectangles (texto) o PASCAL_VOC_rectangles (XML), el rectángulo de la parte de cada etiqueta en el chip; Classified_Tiles, una imagen de valores de clase; RCNN_Masks, una imagen de objetos numerados por clase; COCO, rectángulos y contornos de todos los chips en un archivo JSON; YOLO_detect, YOLO_segment y YOLO_obb, texto con un rectángulo, un contorno o un rectángulo girado para cada etiqueta, y data.yaml; DOTA, texto con rectángulos girados; Labeled_Tiles, un recorte por objeto y XML con su clase y su rectángulo; MultiLabeled_Tiles, XML con los nombres de las clases que muestra un chip; Imagenet, un recorte por objeto en la carpeta de su clase; Export_Tiles, solo los chips, sin etiquetas; CycleGAN, lo mismo de dos rásteres, en las carpetas A y B; Panoptic_Segmentation, una imagen de valores de clase y una de objetos numerados por cada clase de los datos de instancias. COCO, YOLO y DOTA admiten chips de 8 bits con 1, 3 o 4 bandas.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Start index</source>
            <translation>Índice inicial</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Number of the first chip; file names count up from it. -1 appends: it stands for the number after the last chip in the output folder, 0 in a new one, so that one batch can put several rasters into one folder.</source>
            <translation>Número del primer chip; los nombres de archivo cuentan a partir de él. -1 añade: equivale al número que sigue al último chip de la carpeta de salida, 0 en una nueva, de modo que un lote puede poner varios rásteres en una carpeta.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Class value field</source>
            <translation>Campo del valor de clase</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The field that tells classes apart: whole numbers from 0, or text, which is numbered from 1 by sorted name. Not set: a field named classvalue or value; if there is none, all labels are one class.</source>
            <translation>El campo que distingue las clases: números enteros desde 0, o texto, que se numera desde 1 por orden de nombre. Sin indicar: un campo llamado classvalue o value; si no hay ninguno, todas las etiquetas son de una clase.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Buffer radius</source>
            <translation>Radio de influencia</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Radius of the area around each feature, in units of the class data's layer. Points and lines need one; polygons grow by it.</source>
            <translation>Radio del área alrededor de cada objeto espacial, en unidades de la capa de datos de clases. Los puntos y las líneas lo necesitan; los polígonos crecen con él.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not what this parameter takes.</source>
            <translation>{name}: {value} no es lo que admite este parámetro.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a whole number from {minimum} to {maximum}.</source>
            <translation>{name}: {value} no es un número entero de {minimum} a {maximum}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a number from {minimum} to {maximum}.</source>
            <translation>{name}: {value} no es un número de {minimum} a {maximum}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is neither true nor false.</source>
            <translation>{name}: {value} no es ni true ni false.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not one of {choices}.</source>
            <translation>{name}: {value} no es ninguno de {choices}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a length above 0.</source>
            <translation>{name}: {value} no es una longitud mayor que 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Rotation angle</source>
            <translation>Ángulo de rotación</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Each chip is written once more at every multiple of this angle below 360 degrees, turned clockwise about its centre: 45 gives 8 chips for one. Each pixel is the nearest of the raster; labels are turned as polygons before they are cut to the chip. 0: chips are not turned.</source>
            <translation>Cada chip se escribe otra vez en cada múltiplo de este ángulo por debajo de 360 grados, girado en el sentido de las agujas del reloj alrededor de su centro: 45 da 8 chips por uno. Cada píxel es el más cercano del ráster; las etiquetas se giran como polígonos antes de cortarlas al chip. 0: los chips no se giran.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Reference system</source>
            <translation>Sistema de referencia</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>MAP_SPACE: chips lie on the map, and the raster has to be north up. PIXEL_SPACE: the raster is cut in its own rows and columns, however it is placed: rotated, by ground control points or by a camera model (RPC). Labels are brought there by the raster's own transformation; chips have no coordinate reference system, their world files count pixels, and lengths in map units of the raster are in pixels. Cell size and extent cannot be set.</source>
            <translation>MAP_SPACE: los chips están en el mapa, y el ráster debe estar orientado al norte. PIXEL_SPACE: el ráster se corta en sus propias filas y columnas, esté situado como esté: girado, por puntos de control o por un modelo de cámara (RPC). La transformación del propio ráster lleva allí las etiquetas; los chips no tienen sistema de referencia de coordenadas, sus archivos world cuentan píxeles, y las longitudes en unidades de mapa del ráster son píxeles. No se pueden fijar el tamaño de celda ni la extensión.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Processing mode</source>
            <translation>Modo de procesamiento</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>What a mosaic of files (a virtual raster or a tile index) is. PROCESS_AS_MOSAICKED_IMAGE: one raster. PROCESS_ITEMS_SEPARATELY: each of its files is a raster of its own, with its own grid, coordinate reference system and cell size; numbers, classes and statistics go on from file to file.</source>
            <translation>Qué es un mosaico de archivos (un ráster virtual o un índice de teselas). PROCESS_AS_MOSAICKED_IMAGE: un ráster. PROCESS_ITEMS_SEPARATELY: cada uno de sus archivos es un ráster propio, con su cuadrícula, su sistema de referencia y su tamaño de celda; los números, las clases y las estadísticas continúan de archivo en archivo.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Crop mode</source>
            <translation>Modo de recorte</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>How large the chips of Labeled_Tiles and Imagenet are, which have one chip for each feature. FIXED_SIZE: of the tile size, centred on the feature, and moved inside the raster where it is large enough. BOUNDING_BOX: the feature's envelope in whole pixels. Other formats take no notice of it.</source>
            <translation>El tamaño de los chips de Labeled_Tiles e Imagenet, que tienen uno por objeto. FIXED_SIZE: el de la tesela, centrado en el objeto y movido dentro del ráster si este es lo bastante grande. BOUNDING_BOX: el rectángulo envolvente del objeto en píxeles enteros. Otros formatos no lo tienen en cuenta.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Blacken around feature</source>
            <translation>Ennegrecer alrededor del objeto</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>For Labeled_Tiles and Imagenet: pixels whose centre lies outside the chip's feature hold the nodata value, or 0, and count in no statistic. Other formats take no notice of it.</source>
            <translation>Para Labeled_Tiles e Imagenet: los píxeles cuyo centro queda fuera del objeto del chip tienen el valor sin datos, o 0, y no cuentan en ninguna estadística. Otros formatos no lo tienen en cuenta.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: band {band} is given twice; give each band once.</source>
            <translation>{name}: la banda {band} se indica dos veces; indique cada banda una vez.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is not a list of band numbers; give numbers such as 3;2;1.</source>
            <translation>{name}: {value} no es una lista de números de banda; dé números como 3;2;1.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is no range; the first value has to be less than the second.</source>
            <translation>{name}: {value} no es un intervalo; el primer valor tiene que ser menor que el segundo.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is not a list of ranges; give least and greatest value as in 0,3000;10,2500.</source>
            <translation>{name}: {value} no es una lista de intervalos; dé el valor menor y el mayor como en 0,3000;10,2500.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Bands</source>
            <translation>Bandas</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>The raster's bands that chips have, in the order given. Not set: all of them. A raster's alpha band that is not among them is left out, but still tells which pixels are transparent: they hold the nodata value, or 0, and count in no statistic.</source>
            <translation>Las bandas del ráster que tienen los chips, en el orden dado. Sin definir: todas. Una banda alfa del ráster que no esté entre ellas se omite, pero sigue indicando qué píxeles son transparentes: contienen el valor sin datos, o 0, y no cuentan en ninguna estadística.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Stretch</source>
            <translation>Estiramiento</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Makes chips of 8 bit, with one stretch for each band in the whole export: from the least to the greatest value (MINIMUM_MAXIMUM), between 2 % and 98 % of the values (CUMULATIVE_CUT), or two standard deviations around the mean (STANDARD_DEVIATION). Values become 1 to 255, nodata 0. All pixels of the area are looked at, of a very large one a sample. An export that is added to a folder takes the numbers of the first one. An alpha band is not stretched.</source>
            <translation>Hace chips de 8 bits, con un estiramiento por banda para toda la exportación: del valor menor al mayor (MINIMUM_MAXIMUM), entre el 2 % y el 98 % de los valores (CUMULATIVE_CUT) o dos desviaciones típicas en torno a la media (STANDARD_DEVIATION). Los valores pasan a ser de 1 a 255, sin datos 0. Se miran todos los píxeles del área; de una muy grande, una muestra. Una exportación que se añade a una carpeta toma los números de la primera. Una banda alfa no se estira.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Stretch range</source>
            <translation>Intervalo del estiramiento</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>The numbers of the stretch in place of those that STRETCH finds, as min,max;min,max: the values that become 1 and 255, one pair for all bands or one for each. The log of an export states its numbers like this, for a second scene.</source>
            <translation>Los números del estiramiento en lugar de los que encuentra STRETCH, como min,max;min,max: los valores que pasan a ser 1 y 255, un par para todas las bandas o uno para cada una. El registro de una exportación da sus números así, para una segunda escena.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Second raster</source>
            <translation>Segundo ráster</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>A second image for each chip of Classified_Tiles, Export_Tiles and CycleGAN, such as the same place at another time: the nearest pixel of this raster under the centre of each of the chip's, with its own bands and pixel type, in the folder images2 (CycleGAN: B). Any cell size and coordinate reference system; BANDS and STRETCH are of the input raster alone. CycleGAN cuts rasters that lie apart each on its own pixels. Not set: none.</source>
            <translation>Una segunda imagen para cada chip de Classified_Tiles, Export_Tiles y CycleGAN, como el mismo lugar en otro momento: el píxel más cercano de este ráster bajo el centro de cada píxel del chip, con sus propias bandas y su tipo de píxel, en la carpeta images2 (CycleGAN: B). Cualquier tamaño de celda y sistema de referencia de coordenadas; BANDS y STRETCH son solo del ráster de entrada. CycleGAN recorta los rásteres que están separados cada uno sobre sus propios píxeles. Sin definir: ninguna.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>TIFF compression</source>
            <translation>Compresión TIFF</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>How TIFF chips are compressed, without loss: NONE (training reads them fastest), LZW, DEFLATE (small and quick to write) or ZSTD (quickest, where GDAL has it; OpenCV does not open it). Other formats take no notice of it.</source>
            <translation>Cómo se comprimen los chips TIFF, sin pérdida: NONE (el entrenamiento los lee más rápido), LZW, DEFLATE (pequeño y rápido de escribir) o ZSTD (el más rápido, donde GDAL lo tiene; OpenCV no lo abre). Los demás formatos lo ignoran.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Label raster format</source>
            <translation>Formato de los rásteres de etiquetas</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>What label rasters are, of Classified_Tiles and RCNN_Masks: TIFF, or PNG for programs that read no TIFF, such as TensorFlow. PNG has the colours of the classes, and holds values up to 65535.</source>
            <translation>Qué son los rásteres de etiquetas de Classified_Tiles y RCNN_Masks: TIFF, o PNG para los programas que no leen TIFF, como TensorFlow. PNG tiene los colores de las clases y admite valores hasta 65535.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not a number; give a distance in units of the labels' layer.</source>
            <translation>{name}: {value} no es un número; indique una distancia en unidades de la capa de etiquetas.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not the name of one field.</source>
            <translation>{name}: {value} no es el nombre de un campo.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not a path; give one as text.</source>
            <translation>{name}: {value} no es una ruta; indique una como texto.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>HTML files (*.html)</source>
            <translation>Archivos HTML (*.html)</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Workers</source>
            <translation>Procesos</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Processes that make chips beside each other, without QGIS, where the work is long enough to pay for their start. The files are the same for any number. 1: this process alone. Not set: as many as Processing's setting of threads says.</source>
            <translation>Procesos que hacen chips a la vez, sin QGIS, si el trabajo es lo bastante largo para compensar su arranque. Los archivos son los mismos con cualquier número. 1: solo este proceso. Sin definir: tantos como diga el ajuste de hilos de Procesos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Dask scheduler</source>
            <translation>Planificador de Dask</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Address of a Dask scheduler whose workers make the chips in place of processes on this machine; they must see imagery and output folder under the same paths, and have this plugin's package. Workers is then the most that are used. Not set: this machine.</source>
            <translation>Dirección de un planificador de Dask cuyos trabajadores hacen los chips en lugar de procesos de este equipo; deben ver las imágenes y la carpeta de salida con las mismas rutas y tener el paquete de este complemento. Procesos es entonces el máximo que se usa. Sin definir: este equipo.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>{name}: {value} is no address of a Dask scheduler, such as tcp://host:8786.</source>
            <translation>{name}: {value} no es la dirección de un planificador de Dask, como tcp://host:8786.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Image chips written.</source>
            <translation>Chips de imagen escritos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Features</source>
            <translation>Objetos espaciales</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Labels written, one per feature and chip.</source>
            <translation>Etiquetas escritas, una por objeto espacial y chip.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Classes</source>
            <translation>Clases</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Classes of the class data.</source>
            <translation>Clases de los datos de clases.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Empty chips</source>
            <translation>Chips vacíos</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Image chips written that show no label.</source>
            <translation>Chips de imagen escritos que no muestran ninguna etiqueta.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>Reading the polygons of the mask</source>
            <translation>Leyendo los polígonos de la máscara</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>IN_MASK_POLYGONS: the polygons of {name} meet no chip; check that layer and EXTENT.</source>
            <translation>IN_MASK_POLYGONS: los polígonos de {name} no tocan ningún chip; revise esa capa y EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>IN_MASK_POLYGONS: no chip lies within the polygons of {name} with its whole tile; draw them larger, make TILE_SIZE_X and TILE_SIZE_Y smaller, or set MASK_MODE to BLACKEN_OUTSIDE.</source>
            <translation>IN_MASK_POLYGONS: ningún chip está con toda su tesela dentro de los polígonos de {name}; dibújelos más grandes, reduzca TILE_SIZE_X y TILE_SIZE_Y o ponga MASK_MODE en BLACKEN_OUTSIDE.</translation>
        </message>
        <message>
            <location filename="../algorithms/preparation.py"/>
            <source>Opening the class data {name}</source>
            <translation>Apertura de los datos de clase {name}</translation>
        </message>
        <message>
            <location filename="../algorithms/preparation.py"/>
            <source>Looking at the data</source>
            <translation>Revisión de los datos</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} has points or lines; give polygons or a classified raster.</source>
            <translation>IN_CLASS_DATA: {name} tiene puntos o líneas; indique polígonos o un ráster clasificado.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} is neither a vector nor a raster layer.</source>
            <translation>IN_CLASS_DATA: {name} no es ni una capa vectorial ni una capa ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {radius} is not a distance from 0.</source>
            <translation>BUFFER_RADIUS: {radius} no es una distancia a partir de 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {name} is a raster, which has no radius; set it to 0.</source>
            <translation>BUFFER_RADIUS: {name} es un ráster, que no tiene radio; póngalo a 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {name} has points or lines, which need a radius above 0 in units of that layer.</source>
            <translation>BUFFER_RADIUS: {name} tiene puntos o líneas, que necesitan un radio mayor que 0 en unidades de esa capa.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} is the points or lines of a file that mixes types of geometry; choose its polygons with {source}, or set BUFFER_RADIUS above 0.</source>
            <translation>IN_CLASS_DATA: {name} son los puntos o líneas de un archivo que mezcla tipos de geometría; elija sus polígonos con {source}, o ponga BUFFER_RADIUS por encima de 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {layer} is a raster and has no field {name}; leave it empty.</source>
            <translation>CLASS_VALUE_FIELD: {layer} es un ráster y no tiene el campo {name}; déjelo vacío.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {layer} has no field {name}; its fields are {fields}.</source>
            <translation>CLASS_VALUE_FIELD: {layer} no tiene el campo {name}; sus campos son {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {name} is a field of type {type}, which holds no classes; fields of {layer} that can are {fields}.</source>
            <translation>CLASS_VALUE_FIELD: {name} es un campo de tipo {type}, que no contiene clases; los campos de {layer} que sí pueden son {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: QGIS takes the name {name} for a list of fields, since it has a semicolon; rename that field.</source>
            <translation>CLASS_VALUE_FIELD: QGIS toma el nombre {name} por una lista de campos, porque tiene un punto y coma; cambie el nombre de ese campo.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/unlabelled.py"/>
            <source>OUTPUT_NOFEATURE_TILES: {format} writes no labels, so no chip would show one; choose ALL_TILES.</source>
            <translation>OUTPUT_NOFEATURE_TILES: {format} no escribe etiquetas, así que ningún chip mostraría una; elija ALL_TILES.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/unlabelled.py"/>
            <source>{format} writes no labels and takes no notice of it.</source>
            <translation>{format} no escribe etiquetas y no lo tiene en cuenta.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Measuring the pixels</source>
            <translation>Medición de los píxeles</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Opening the journal</source>
            <translation>Apertura del diario</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Taking up the journal</source>
            <translation>Reanudación del diario</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>An earlier run was interrupted; going on at chip {done} of {total}.</source>
            <translation>Una ejecución anterior se interrumpió; se continúa en el chip {done} de {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>OUT_FOLDER: another export has written to {path} meanwhile; start again.</source>
            <translation>OUT_FOLDER: otra exportación ha escrito entretanto en {path}; empiece de nuevo.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Looking for features without geometry</source>
            <translation>Búsqueda de objetos sin geometría</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Checking the chips in {path}</source>
            <translation>Comprobación de los chips en {path}</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Writing the dataset files</source>
            <translation>Escritura de los archivos del conjunto</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Classes without a label in any chip: {classes}.</source>
            <translation>Clases sin etiqueta en ningún chip: {classes}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label: MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE left out {count}; lower these.</source>
            <translation>Ningún chip muestra una etiqueta: MIN_POLYGON_OVERLAP_RATIO y MIN_OBJECT_SIZE han omitido {count}; redúzcalos.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label: those that lie in chips are too small to show ({count}); a smaller CELL_SIZE or a BUFFER_RADIUS helps.</source>
            <translation>Ningún chip muestra una etiqueta: las que están en los chips son demasiado pequeñas para verse ({count}); ayuda una CELL_SIZE menor o un BUFFER_RADIUS.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label; features that lie outside the chips: {count} of {total}.</source>
            <translation>Ningún chip muestra una etiqueta; objetos que quedan fuera de los chips: {count} de {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>The export is in a temporary folder, which goes when QGIS closes; copy {path} to keep it.</source>
            <translation>La exportación está en una carpeta temporal, que desaparece al cerrar QGIS; copie {path} para conservarla.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Cancelled; the chips written so far remain in {path}, without dataset files. The same call goes on behind them; to begin anew, delete the folder first.</source>
            <translation>Cancelado; los chips escritos hasta ahora quedan en {path}, sin archivos del conjunto. La misma llamada continúa tras ellos; para empezar de nuevo, borre antes la carpeta.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} ({columns} across, {rows} down, at {angles} angles), {width} x {height} pixels each.</source>
            <translation>Chips previstos: {total} ({columns} a lo ancho, {rows} a lo alto, en {angles} ángulos), de {width} x {height} píxeles cada uno.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} (around {features} features, at {angles} angles), {width} x {height} pixels each.</source>
            <translation>Chips previstos: {total} (alrededor de {features} objetos, en {angles} ángulos), de {width} x {height} píxeles cada uno.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} (around {features} features, at {angles} angles), as large as the features' envelopes.</source>
            <translation>Chips previstos: {total} (alrededor de {features} objetos, en {angles} ángulos), tan grandes como los rectángulos envolventes de los objetos.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} ({columns} across, {rows} down), {width} x {height} pixels each.</source>
            <translation>Chips previstos: {total} ({columns} a lo ancho, {rows} a lo alto), de {width} x {height} píxeles cada uno.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Raster: {name}. Pixels to export: {width} x {height}; bands: {bands}; type: {type}; cell size: {cell}; CRS: {crs}.</source>
            <translation>Ráster: {name}. Píxeles por exportar: {width} x {height}; bandas: {bands}; tipo: {type}; tamaño de celda: {cell}; SRC: {crs}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Second raster: {name}. Bands: {bands}; type: {type}; cell size: {cell}; CRS: {crs}; of its pixels the nearest are taken.</source>
            <translation>Segundo ráster: {name}. Bandas: {bands}; tipo: {type}; tamaño de celda: {cell}; SRC: {crs}; de sus píxeles se toman los más cercanos.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns of the raster; class pixels lie on its own.</source>
            <translation>Los chips se cortan en filas y columnas del ráster; los píxeles de clase están sobre los suyos.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the geotransform brings labels there.</source>
            <translation>Los chips se cortan en filas y columnas; la geotransformación lleva allí las etiquetas.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the control points bring labels there.</source>
            <translation>Los chips se cortan en filas y columnas; los puntos de control llevan allí las etiquetas.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the camera model (RPC) brings labels there.</source>
            <translation>Los chips se cortan en filas y columnas; el modelo de cámara (RPC) lleva allí las etiquetas.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns of the raster, which nothing places on the map.</source>
            <translation>Los chips se cortan en filas y columnas del ráster, que nada sitúa en el mapa.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}, a class raster. Pixels: {width} x {height}; CRS: {crs}, as the raster's.</source>
            <translation>Etiquetas: {name}, un ráster de clases. Píxeles: {width} x {height}; SRC: {crs}, como el del ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}, a class raster. Pixels: {width} x {height}; CRS: {crs}, transformed to the raster's.</source>
            <translation>Etiquetas: {name}, un ráster de clases. Píxeles: {width} x {height}; SRC: {crs}, transformado al del ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}. Features: {count} ({kind}); CRS: {crs}, as the raster's.</source>
            <translation>Etiquetas: {name}. Objetos: {count} ({kind}); SRC: {crs}, como el del ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}. Features: {count} ({kind}); CRS: {crs}, transformed to the raster's.</source>
            <translation>Etiquetas: {name}. Objetos: {count} ({kind}); SRC: {crs}, transformado al del ráster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a label or without a valid pixel will be left out.</source>
            <translation>Los chips sin etiqueta o sin ningún píxel válido se omitirán.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a valid pixel will be left out.</source>
            <translation>Los chips sin ningún píxel válido se omitirán.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a valid pixel will be left out; those without labels are written.</source>
            <translation>Los chips sin ningún píxel válido se omitirán; los que no tienen etiquetas se escriben.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips without labels: {kept} of {empty} are written, for {labelled} with labels (EMPTY_CHIPS_PERCENT is {percent}).</source>
            <translation>Chips sin etiquetas: se escriben {kept} de {empty}, por {labelled} con etiquetas (EMPTY_CHIPS_PERCENT es {percent}).</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips with labels: {labelled}; without: {empty}.</source>
            <translation>Chips con etiquetas: {labelled}; sin ellas: {empty}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Features with labels in two splits, since a border between blocks cuts them: {count}.</source>
            <translation>Objetos espaciales con etiquetas en dos particiones, porque un límite entre bloques los corta: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Split: chips are {train} % for training, {valid} % for validation, {test} % for the test; {border} of them lie on borders between splits and are not written.</source>
            <translation>División: los chips son {train} % para el entrenamiento, {valid} % para la validación, {test} % para la prueba; {border} de ellos están en límites entre particiones y no se escriben.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Split: chips with labels are {train} % for training, {valid} % for validation, {test} % for the test; {border} of them lie on borders between splits and are not written.</source>
            <translation>División: los chips con etiquetas son {train} % para el entrenamiento, {valid} % para la validación, {test} % para la prueba; {border} de ellos están en límites entre particiones y no se escriben.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Class {value} ({name}): {train} labels in train, {valid} in valid, {test} in test.</source>
            <translation>Clase {value} ({name}): {train} etiquetas en train, {valid} en valid, {test} en test.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Class {value} ({name}): {train} labelled pixels in train, {valid} in valid, {test} in test.</source>
            <translation>Clase {value} ({name}): {train} píxeles etiquetados en train, {valid} en valid, {test} en test.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>More classes: {count}.</source>
            <translation>Más clases: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips in {split}: {chips}, {empty} of them without labels. Labels: {objects}.</source>
            <translation>Chips en {split}: {chips}, {empty} de ellos sin etiquetas. Etiquetas: {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} has no label of classes that others have: {classes}.</source>
            <translation>{split} no tiene ninguna etiqueta de clases que otros tienen: {classes}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>METADATA_FORMAT: none of the {count} chips in {split} shows a label, and readers of {format} need one in each set; set OUTPUT_NOFEATURE_TILES to ONLY_TILES_WITH_FEATURES.</source>
            <translation>METADATA_FORMAT: ninguno de los {count} chips de {split} muestra una etiqueta, y los lectores de {format} necesitan una en cada conjunto; ponga OUTPUT_NOFEATURE_TILES en ONLY_TILES_WITH_FEATURES.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>SPLIT_BLOCK_SIZE: only {count} blocks of {size} map units hold labels, too few to share out each class alike; smaller blocks or a larger area give more.</source>
            <translation>SPLIT_BLOCK_SIZE: solo {count} bloques de {size} unidades del mapa contienen etiquetas, demasiado pocos para repartir cada clase por igual; bloques más pequeños o un área mayor dan más.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>SPLIT_BLOCK_SIZE: there are only {count} blocks of {size} map units, too few to share out all kinds of ground alike; smaller blocks or a larger area give more.</source>
            <translation>SPLIT_BLOCK_SIZE: solo hay {count} bloques de {size} unidades del mapa, demasiado pocos para repartir por igual todos los tipos de terreno; bloques más pequeños o un área mayor dan más.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} has no label of these classes: {classes}. Their labels lie in too few blocks; a smaller SPLIT_BLOCK_SIZE or another SPLIT_SEED may share them out.</source>
            <translation>{split} no tiene ninguna etiqueta de estas clases: {classes}. Sus etiquetas están en muy pocos bloques; un SPLIT_BLOCK_SIZE menor u otro SPLIT_SEED quizá las reparta.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} gets {share} % of the chips with labels, not {percent} %; a smaller SPLIT_BLOCK_SIZE comes nearer.</source>
            <translation>{split} recibe {share} % de los chips con etiquetas, no {percent} %; un SPLIT_BLOCK_SIZE menor se acerca más.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} gets {share} % of the chips, not {percent} %; a smaller SPLIT_BLOCK_SIZE comes nearer.</source>
            <translation>{split} recibe {share} % de los chips, no {percent} %; un SPLIT_BLOCK_SIZE menor se acerca más.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/polygons.py"/>
            <source>Reading the polygons of the split</source>
            <translation>Leer los polígonos de la división</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/polygons.py"/>
            <source>SPLIT_POLYGONS: the field split of feature {fid} of {name} holds {value}, not train, valid or test; correct it.</source>
            <translation>SPLIT_POLYGONS: el campo split del objeto espacial {fid} de {name} contiene {value}, no train, valid o test; corríjalo.</translation>
        </message>
        <message>
            <location filename="../algorithms/unforeseen.py"/>
            <source>QGIS's message log, under {tag}</source>
            <translation>el registro de mensajes de QGIS, bajo {tag}</translation>
        </message>
        <message>
            <location filename="../chipping/classes.py"/>
            <source>IN_CLASS_DATA: class {value} is named {name}, but {earlier} in the export that OUT_FOLDER holds; number the classes by a field of whole numbers.</source>
            <translation>IN_CLASS_DATA: la clase {value} se llama {name}, pero {earlier} en la exportación que contiene OUT_FOLDER; numere las clases con un campo de números enteros.</translation>
        </message>
        <message>
            <location filename="../chipping/pixel_types.py"/>
            <source>{name} has bands of different types ({types}); choose bands of one type (BANDS, for the input raster), or convert them to one (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{name} tiene bandas de tipos distintos ({types}); elija bandas de un tipo (BANDS, para el ráster de entrada), o conviértalas a uno (Ráster &gt; Conversión &gt; Traducir).</translation>
        </message>
        <message>
            <location filename="../chipping/pixel_types.py"/>
            <source>{name} has bands of type {type}; convert them to whole or real numbers first, such as Int16 or Float32 (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{name} tiene bandas de tipo {type}; conviértalas antes a números enteros o reales, como Int16 o Float32 (Ráster &gt; Conversión &gt; Traducir).</translation>
        </message>
        <message>
            <location filename="../chipping/steps.py"/>
            <source>{step}: there is not enough memory; make TILE_SIZE_X and TILE_SIZE_Y smaller, or close other programs (details: {place}).</source>
            <translation>{step}: no hay memoria suficiente; reduzca TILE_SIZE_X y TILE_SIZE_Y, o cierre otros programas (detalles: {place}).</translation>
        </message>
        <message>
            <location filename="../chipping/steps.py"/>
            <source>{step}: an error that was not foreseen ({reason}); please report it, with the details in {place}.</source>
            <translation>{step}: un error imprevisto ({reason}); comuníquelo, por favor, con los detalles en {place}.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: the export in {path} names {name}, which is no file in that folder; choose another folder.</source>
            <translation>OUT_FOLDER: la exportación de {path} nombra {name}, que no es un archivo de esa carpeta; elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} is a link to another folder; remove it, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} es un enlace a otra carpeta; elimínelo o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} takes {size} bytes, and no file of an export that is called so takes more than {limit}; choose another folder.</source>
            <translation>OUT_FOLDER: {path} ocupa {size} bytes, y ningún archivo de una exportación con ese nombre ocupa más de {limit}; elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} is not a plain file but a link, a folder, a pipe or a device; remove it, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} no es un archivo normal, sino un enlace, una carpeta, una tubería o un dispositivo; elimínelo o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>START_INDEX: {path} holds a finished export of {count} chips; choose another folder or delete it; START_INDEX {free} (or -1, the first that is free) adds to it.</source>
            <translation>START_INDEX: {path} contiene una exportación terminada de {count} chips; elija otra carpeta o bórrela; START_INDEX {free} (o -1, el primero libre) añade a ella.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>OUT_FOLDER: {path} holds an export without a split; choose another folder, or set VALIDATION_PERCENT and TEST_PERCENT to 0.</source>
            <translation>OUT_FOLDER: {path} contiene una exportación sin división; elija otra carpeta o ponga VALIDATION_PERCENT y TEST_PERCENT en 0.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>OUT_FOLDER: {path} holds an export that is split into train, valid and test; choose another folder, or set VALIDATION_PERCENT or TEST_PERCENT.</source>
            <translation>OUT_FOLDER: {path} contiene una exportación dividida en train, valid y test; elija otra carpeta o defina VALIDATION_PERCENT o TEST_PERCENT.</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Reading pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Lectura de los píxeles en las columnas {col_off} a {col_end}, filas {row_off} a {row_end}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Adding up pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Suma de los píxeles en las columnas {col_off} a {col_end}, filas {row_off} a {row_end}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Cutting chip {stem}</source>
            <translation>Corte del chip {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Encoding the pixels of chip {stem}</source>
            <translation>Codificación de los píxeles del chip {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Encoding the labels of chip {stem}</source>
            <translation>Codificación de las etiquetas del chip {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Writing {image} and its labels</source>
            <translation>Escritura de {image} y sus etiquetas</translation>
        </message>
        <message>
            <location filename="../export/batches/uncut.py"/>
            <source>Reading labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Lectura de las etiquetas en las columnas {col_off} a {col_end}, filas {row_off} a {row_end}</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} has changed since the export in {path} was interrupted; put it back as it was to finish that export, or choose another folder.</source>
            <translation>{parameter}: {what} ha cambiado desde que se interrumpió la exportación en {path}; devuélvalo a su estado anterior para terminar esa exportación o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} has changed since the export in {path} was interrupted; put it back as it was to finish that export, delete the folder to start anew, or choose another folder.</source>
            <translation>{parameter}: {what} ha cambiado desde que se interrumpió la exportación en {path}; devuélvalo a su estado anterior para terminar esa exportación, elimine la carpeta para empezar de nuevo o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} was changed while the export was running; put it back as it was and make the same call again to finish the export in {path}, or choose another folder.</source>
            <translation>{parameter}: {what} se modificó mientras se exportaba; devuélvalo a su estado anterior y repita la misma llamada para terminar la exportación en {path}, o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} was changed while the export was running; put it back as it was and make the same call again to finish the export, or delete {path} to start anew.</source>
            <translation>{parameter}: {what} se modificó mientras se exportaba; devuélvalo a su estado anterior y repita la misma llamada para terminar la exportación, o elimine {path} para empezar de nuevo.</translation>
        </message>
        <message>
            <location filename="../export/loop.py"/>
            <source>Writing the journal</source>
            <translation>Escritura del diario</translation>
        </message>
        <message>
            <location filename="../export/loop.py"/>
            <source>Counting the labels of batch {number}</source>
            <translation>Contar las etiquetas del lote {number}</translation>
        </message>
        <message>
            <location filename="../export/planning/planned.py"/>
            <source>Looking for labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Buscar etiquetas en las columnas {col_off} a {col_end}, filas {row_off} a {row_end}</translation>
        </message>
        <message>
            <location filename="../export/self_check.py"/>
            <source>OUT_FOLDER: {path} lacks files that this export wrote ({count}), which another program has removed; make the same call again to write them anew.</source>
            <translation>OUT_FOLDER: en {path} faltan archivos que esta exportación escribió ({count}) y que otro programa eliminó; repita la misma llamada para volver a escribirlos.</translation>
        </message>
        <message>
            <location filename="../export/self_check.py"/>
            <source>The export does not add up: {count} {what}, but {expected} {other}; please report this.</source>
            <translation>La exportación no cuadra: {count} {what}, pero {expected} {other}; comuníquelo, por favor.</translation>
        </message>
        <message>
            <location filename="../export/splits/choosing.py"/>
            <source>Choosing blocks for train, valid and test</source>
            <translation>Elegir bloques para train, valid y test</translation>
        </message>
        <message>
            <location filename="../export/splits/choosing.py"/>
            <source>Choosing chips without labels</source>
            <translation>Elegir chips sin etiquetas</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>VALIDATION_PERCENT: {valid} % and TEST_PERCENT {test} % leave nothing for training; together they have to be less than 100 %.</source>
            <translation>VALIDATION_PERCENT: {valid} % y TEST_PERCENT {test} % no dejan nada para el entrenamiento; juntos tienen que ser menos del 100 %.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_POLYGONS: the export that OUT_FOLDER holds was split by blocks, and this one by polygons, or the other way round; choose another folder.</source>
            <translation>SPLIT_POLYGONS: la exportación que contiene OUT_FOLDER se dividió por bloques y esta por polígonos, o al revés; elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_POLYGONS: {name} does not hold the polygons that the export in OUT_FOLDER was split by; use the same, or choose another folder.</source>
            <translation>SPLIT_POLYGONS: {name} no contiene los polígonos por los que se dividió la exportación de OUT_FOLDER; use los mismos o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_BLOCK_SIZE: a block of {size} map units is smaller than a tile, so no chip lies in one; take at least {least}, better several times as much.</source>
            <translation>SPLIT_BLOCK_SIZE: un bloque de {size} unidades del mapa es menor que una tesela, así que ningún chip cabe en uno; tome al menos {least}, mejor varias veces más.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_BLOCK_SIZE: blocks of {size} map units are {count} blocks, more than {most}; make it larger.</source>
            <translation>SPLIT_BLOCK_SIZE: bloques de {size} unidades del mapa son {count} bloques, más de {most}; hágalos mayores.</translation>
        </message>
        <message>
            <location filename="../export/storage/flushing.py"/>
            <source>{path} cannot be written: {reason}.</source>
            <translation>No se puede escribir {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/flushing.py"/>
            <source>OUT_FOLDER: {path} was renamed, moved or deleted while the export was running; put it back if it still exists, and make the same call again to finish the export.</source>
            <translation>OUT_FOLDER: {path} se renombró, movió o eliminó mientras se exportaba; devuélvala a su sitio si aún existe y repita la misma llamada para terminar la exportación.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} cannot be used: {reason}.</source>
            <translation>OUT_FOLDER: no se puede usar {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} is a file; choose a folder.</source>
            <translation>OUT_FOLDER: {path} es un archivo; elija una carpeta.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} is not writable; choose another folder.</source>
            <translation>OUT_FOLDER: no se puede escribir en {path}; elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} cannot be created: {reason}.</source>
            <translation>OUT_FOLDER: no se puede crear {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>{path} cannot be removed: {reason}.</source>
            <translation>No se puede eliminar {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: another export is writing to {path}; wait for it to end.</source>
            <translation>OUT_FOLDER: otra exportación está escribiendo en {path}; espere a que termine.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export with other settings ({names}) behind a finished one; make the same call again to finish it, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} contiene, tras una exportación terminada, otra sin terminar con otros ajustes ({names}); repita la misma llamada para terminarla o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export with other settings ({names}); make the same call again to finish it, delete the folder to start anew, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} contiene una exportación sin terminar con otros ajustes ({names}); repita la misma llamada para terminarla, borre la carpeta para empezar de nuevo o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal_lines.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export whose {name} is damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER: {path} contiene una exportación sin terminar cuyo {name} está dañado ({reason}); elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/storage/standing.py"/>
            <source>OUT_FOLDER: {name} was deleted from {path} while the export was running; it has been written anew, so make the same call again to finish the export.</source>
            <translation>OUT_FOLDER: {name} se eliminó de {path} mientras se exportaba; se ha vuelto a escribir, así que repita la misma llamada para terminar la exportación.</translation>
        </message>
        <message>
            <location filename="../export/storage/standing.py"/>
            <source>OUT_FOLDER: {name} in {path} was deleted or replaced while the export was running; delete what this export has written, or choose another folder.</source>
            <translation>OUT_FOLDER: {name} en {path} se eliminó o sustituyó mientras se exportaba; elimine lo que esta exportación ha escrito o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../export/workers/staff.py"/>
            <source>WORKERS: a worker process could not be used ({reason}); the others did its work.</source>
            <translation>WORKERS: no se pudo usar un proceso ({reason}); los demás hicieron su trabajo.</translation>
        </message>
        <message>
            <location filename="../export/workers/staff.py"/>
            <source>WORKERS: a worker process was lost ({reason}); what it was at was done again.</source>
            <translation>WORKERS: se perdió un proceso ({reason}); lo que estaba haciendo se hizo de nuevo.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>EXTENT: {name} has no end of its own; give the area to export, a part of {extent}.</source>
            <translation>EXTENT: {name} no tiene límites propios; indique el área que se exporta, una parte de {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>CELL_SIZE and EXTENT: {name} has no resolution and no end of its own; give a cell size in map units, for example {cell} (the finest), and the area to export, a part of {extent}.</source>
            <translation>CELL_SIZE y EXTENT: {name} no tiene resolución ni límites propios; indique un tamaño de celda en unidades de mapa, por ejemplo {cell} (el más fino), y el área que se exporta, una parte de {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>CELL_SIZE: {name} has no resolution of its own; give one in map units, for example {cell}, and, for a part of it, an EXTENT within {extent}.</source>
            <translation>CELL_SIZE: {name} no tiene resolución propia; indique una en unidades de mapa, por ejemplo {cell}, y, para una parte, un EXTENT dentro de {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/band_choice.py"/>
            <source>BANDS: band {band} of {name} is its mask, which says which pixels count in any case; leave it out.</source>
            <translation>BANDS: la banda {band} de {name} es su máscara, que de todos modos indica qué píxeles cuentan; omítala.</translation>
        </message>
        <message>
            <location filename="../imagery/band_choice.py"/>
            <source>BANDS: {name} has no band {band}; its bands have the numbers 1 to {count}.</source>
            <translation>BANDS: {name} no tiene banda {band}; sus bandas llevan los números 1 a {count}.</translation>
        </message>
        <message>
            <location filename="../imagery/file.py"/>
            <source>{name} is no file with rows and columns of its own; set REFERENCE_SYSTEM to MAP_SPACE, or save it as a file first.</source>
            <translation>{name} no es un archivo con filas y columnas propias; elija MAP_SPACE en REFERENCE_SYSTEM, o guárdelo antes como archivo.</translation>
        </message>
        <message>
            <location filename="../imagery/file.py"/>
            <source>{name} has a mask that cannot be opened: {reason}; mend it, or remove it if all pixels are to count.</source>
            <translation>{name} tiene una máscara que no se puede abrir: {reason}; repárela, o quítela si todos los píxeles deben contar.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is rotated or mirrored against its map grid; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} está girado o reflejado respecto a su cuadrícula; combe antes el ráster para orientarlo al norte (Ráster &gt; Proyecciones &gt; Combar), o elija PIXEL_SPACE en REFERENCE_SYSTEM, que lo corta en sus propias filas y columnas.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by ground control points; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} está situado por puntos de control; combe antes el ráster para orientarlo al norte (Ráster &gt; Proyecciones &gt; Combar), o elija PIXEL_SPACE en REFERENCE_SYSTEM, que lo corta en sus propias filas y columnas.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by a camera model (RPC); warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} está situado por un modelo de cámara (RPC); transfórmelo antes en un ráster orientado al norte (Ráster &gt; Proyecciones &gt; Combar), o elija PIXEL_SPACE en REFERENCE_SYSTEM, que lo corta en sus propias filas y columnas.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by geolocation arrays; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp).</source>
            <translation>{name} está situado por matrices de geolocalización; transfórmelo antes en un ráster orientado al norte (Ráster &gt; Proyecciones &gt; Combar).</translation>
        </message>
        <message>
            <location filename="../imagery/imagery.py"/>
            <source>{parameter}: {name} cannot be read at columns {col_off} to {col_end}, rows {row_off} to {row_end}: {reason}</source>
            <translation>{parameter}: no se puede leer {name} en las columnas {col_off} a {col_end}, filas {row_off} a {row_end}: {reason}</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>IN_RASTER2: {name} has no resolution of its own; give a file, a WCS or an image service.</source>
            <translation>IN_RASTER2: {name} no tiene resolución propia; indique un archivo, un WCS o un servicio de imágenes.</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>{parameter}: {name} has no resolution of its own, or draws pictures instead of class values; give a file, a WCS or an image service.</source>
            <translation>{parameter}: {name} no tiene resolución propia, o dibuja imágenes en lugar de valores de clase; indique un archivo, un WCS o un servicio de imágenes.</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>{parameter}: {name} has bands of type {type}; convert them to Int32 or Float32 first (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{parameter}: {name} tiene bandas de tipo {type}; conviértalas antes a Int32 o Float32 (Ráster &gt; Conversión &gt; Traducir).</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>EXTENT: {extent} lies outside {name}, which extends over {raster} (in the raster's coordinates).</source>
            <translation>EXTENT: {extent} queda fuera de {name}, que abarca {raster} (en las coordenadas del ráster).</translation>
        </message>
        <message>
            <location filename="../imagery/placement.py"/>
            <source>REFERENCE_SYSTEM: GDAL finds no way from the map to the rows and columns of {name} ({reason}); check its coordinate reference system and that of the labels.</source>
            <translation>REFERENCE_SYSTEM: GDAL no encuentra camino del mapa a las filas y columnas de {name} ({reason}); compruebe su sistema de referencia de coordenadas y el de las etiquetas.</translation>
        </message>
        <message>
            <location filename="../imagery/provider.py"/>
            <source>{name} has no pixels.</source>
            <translation>{name} no tiene píxeles.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>{name} cannot be opened by GDAL.</source>
            <translation>GDAL no puede abrir {name}.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>{name} has no extent that can be used.</source>
            <translation>{name} no tiene una extensión utilizable.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>the service of {name} does not describe itself: {reason}</source>
            <translation>el servicio de {name} no se describe a sí mismo: {reason}</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds {value}, which is not a whole number; class values are whole numbers from 0, or text.</source>
            <translation>CLASS_VALUE_FIELD: {field} contiene {value}, que no es un número entero; los valores de clase son números enteros desde 0, o texto.</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds the negative value {value}; class values are whole numbers from 0.</source>
            <translation>CLASS_VALUE_FIELD: {field} contiene el valor negativo {value}; los valores de clase son números enteros desde 0.</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds {value} now, but did not when the export began: the layer was changed meanwhile; start again.</source>
            <translation>CLASS_VALUE_FIELD: {field} contiene ahora {value}, pero no cuando empezó la exportación: la capa se modificó entretanto; empiece de nuevo.</translation>
        </message>
        <message>
            <location filename="../labels/features/areas.py"/>
            <source>Reading the geometry of feature {fid}</source>
            <translation>Lectura de la geometría del objeto {fid}</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: {name} has {count} bands, but a classified raster has one; choose another layer, or make one of the band that holds the classes (Raster &gt; Conversion &gt; Translate).</source>
            <translation>IN_CLASS_DATA: {name} tiene {count} bandas, pero un ráster clasificado tiene una; elija otra capa o cree una con la banda que contiene las clases (Ráster &gt; Conversión &gt; Traducir).</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: {name} has {width} x {height} pixels, the raster {columns} x {rows}; with REFERENCE_SYSTEM PIXEL_SPACE a classified raster lies on it pixel by pixel, so choose one of the same size, or polygons.</source>
            <translation>IN_CLASS_DATA: {name} tiene {width} x {height} píxeles, el ráster {columns} x {rows}; con REFERENCE_SYSTEM PIXEL_SPACE un ráster clasificado está sobre él píxel a píxel, así que elija uno del mismo tamaño, o polígonos.</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: no transformation leads from the coordinate reference system of the labels ({labels}) to that of the raster ({raster}); correct the one that is wrong in the layer's properties, or georeference the labels in the raster's.</source>
            <translation>IN_CLASS_DATA: ninguna transformación lleva del sistema de referencia de coordenadas de las etiquetas ({labels}) al del ráster ({raster}); corrija el que sea erróneo en las propiedades de la capa, o georreferencie las etiquetas en el del ráster.</translation>
        </message>
        <message>
            <location filename="../labels/raster/class_pixels.py"/>
            <source>IN_CLASS_DATA: {name} holds {value}; class values are whole numbers from 0 to {limit}.</source>
            <translation>IN_CLASS_DATA: {name} contiene {value}; los valores de clase son números enteros de 0 a {limit}.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: no transformation leads from the coordinate reference system of {name} ({polygons}) to that of the raster ({raster}).</source>
            <translation>{parameter}: ninguna transformación lleva del sistema de referencia de coordenadas de {name} ({polygons}) al del ráster ({raster}).</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: {name} has no features.</source>
            <translation>{parameter}: {name} no tiene objetos.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: feature {fid} of {name} cannot be used ({reason}); correct it.</source>
            <translation>{parameter}: el objeto {fid} de {name} no se puede usar ({reason}); corríjalo.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: the polygons of {name} cannot be united; repair that layer (Vector &gt; Geometry Tools, or Fix geometries in the toolbox).</source>
            <translation>{parameter}: los polígonos de {name} no se pueden unir; repare esa capa (Vectorial &gt; Herramientas de geometría, o Corregir geometrías en la caja de herramientas).</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: features of {name} whose invalid geometry was repaired: {count}.</source>
            <translation>{parameter}: objetos de {name} cuya geometría no válida se ha reparado: {count}.</translation>
        </message>
        <message>
            <location filename="../labels/rows/layer_rows.py"/>
            <source>{parameter}: the features cannot be read: {reason}</source>
            <translation>{parameter}: los objetos no se pueden leer: {reason}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels of one class that lie on each other, so one thing may be labelled twice: {count}, such as {examples}</source>
            <translation>Etiquetas de una clase que están una sobre otra, de modo que algo puede estar etiquetado dos veces: {count}, como {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels of two classes that lie on each other, so one class may be wrong: {count}, such as {examples}</source>
            <translation>Etiquetas de dos clases que están una sobre otra, de modo que una clase puede ser errónea: {count}, como {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels smaller than 8 x 8 pixels: {count}, such as {examples}</source>
            <translation>Etiquetas menores que 8 x 8 píxeles: {count}, como {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels that fill their whole chip: {count}, such as {examples}</source>
            <translation>Etiquetas que llenan todo su chip: {count}, como {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels in chips that are nodata for more than half: {count}, such as {examples}</source>
            <translation>Etiquetas en chips que son nodata en más de la mitad: {count}, como {examples}</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes are out of balance: {most} has {times} times as many labels as {least}.</source>
            <translation>Las clases están desequilibradas: {most} tiene {times} veces las etiquetas de {least}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes are out of balance: {most} has {times} times as many pixels as {least}.</source>
            <translation>Las clases están desequilibradas: {most} tiene {times} veces los píxeles de {least}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes that are in no chip: {classes}.</source>
            <translation>Clases que no están en ningún chip: {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Rare classes, each with its labels, of which a model needs more than {limit}: {classes}.</source>
            <translation>Clases raras, cada una con sus etiquetas, de las que un modelo necesita más de {limit}: {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Rare classes, each with the chips that show it; {limit} are a start: {classes}.</source>
            <translation>Clases raras, cada una con los chips que la muestran; {limit} son un comienzo: {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the labels are smaller than {side} x {side} pixels; most models do not see them. Finer imagery or fewer small labels help.</source>
            <translation>El {percent} % de las etiquetas son menores que {side} x {side} píxeles; la mayoría de los modelos no las ven. Ayudan imágenes más finas o menos etiquetas pequeñas.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the labels fill their whole chip; larger tiles show where objects end.</source>
            <translation>El {percent} % de las etiquetas llenan todo su chip; teselas mayores muestran dónde terminan los objetos.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the chips show no label; ONLY_TILES_WITH_FEATURES leaves such chips out.</source>
            <translation>El {percent} % de los chips no muestran ninguna etiqueta; ONLY_TILES_WITH_FEATURES los omite.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Chips left out since all their pixels are nodata: {count}.</source>
            <translation>Chips omitidos porque todos sus píxeles son sin datos: {count}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Chips of which more than half is nodata or beyond the raster: {count}.</source>
            <translation>Chips de los que más de la mitad está sin datos o más allá del ráster: {count}.</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Size and shape by class</source>
            <translation>Tamaño y forma por clase</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Where in the chip labels lie</source>
            <translation>Dónde están las etiquetas en el chip</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>sides {least} to {most}, on average {mean} pixels; width by height {aspect}</source>
            <translation>lados de {least} a {most}, en promedio {mean} píxeles; ancho entre alto {aspect}</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Each square is a part of the chip; the darkest holds the middle of {most} labels. {percent} % of the labels reach the border of their chip, and are cut there.</source>
            <translation>Cada cuadrado es una parte del chip; el más oscuro contiene el centro de {most} etiquetas. El {percent} % de las etiquetas llega al borde de su chip y está cortado allí.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chip {stem}</source>
            <translation>chip {stem}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chip {stem} (features: {ids})</source>
            <translation>chip {stem} (objetos: {ids})</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Plan of training data: {raster}</source>
            <translation>Plan de los datos de entrenamiento: {raster}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Training data: {raster}</source>
            <translation>Datos de entrenamiento: {raster}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chips</source>
            <translation>chips</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>This is a plan</source>
            <translation>Esto es un plan</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Worth a look</source>
            <translation>Conviene mirar</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>The training set</source>
            <translation>El conjunto de entrenamiento</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Parameters</source>
            <translation>Parámetros</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>The same in Python</source>
            <translation>Lo mismo en Python</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>en</source>
            <translation>es</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Nothing has been written. Chips are counted by their labels alone; those without a valid pixel, which an export leaves out, are among them.</source>
            <translation>No se ha escrito nada. Los chips se cuentan solo por sus etiquetas; los que no tienen ningún píxel válido, que una exportación omite, están entre ellos.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>labels</source>
            <translation>etiquetas</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>classes</source>
            <translation>clases</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chips without a label</source>
            <translation>chips sin etiqueta</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labelled pixels</source>
            <translation>Píxeles etiquetados</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels</source>
            <translation>Etiquetas</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Classes that have fewer: {count}.</source>
            <translation>Clases que tienen menos: {count}.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>share of a chip's pixels that are labelled</source>
            <translation>proporción de píxeles etiquetados de un chip</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by labelled share</source>
            <translation>Chips por proporción etiquetada</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by number of classes</source>
            <translation>Chips por número de clases</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>classes in a chip</source>
            <translation>clases en un chip</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>side of a square of the same area, in pixels</source>
            <translation>lado de un cuadrado de la misma área, en píxeles</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels by size</source>
            <translation>Etiquetas por tamaño</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by number of labels</source>
            <translation>Chips por número de etiquetas</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>labels in a chip</source>
            <translation>etiquetas en un chip</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips and their labels</source>
            <translation>Los chips y sus etiquetas</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Pictures of the chips</source>
            <translation>Imágenes de los chips</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name and the number of its labels.</source>
            <translation>{shown} de {count} chips. Debajo de cada uno: su nombre y el número de sus etiquetas.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name and the number of its classes.</source>
            <translation>{shown} de {count} chips. Debajo de cada uno: su nombre y el número de sus clases.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name.</source>
            <translation>{shown} de {count} chips. Debajo de cada uno: su nombre.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>each as large as its feature</source>
            <translation>cada uno tan grande como su objeto</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Format of the labels</source>
            <translation>Formato de las etiquetas</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Size of a chip</source>
            <translation>Tamaño de un chip</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Size of a pixel</source>
            <translation>Tamaño de un píxel</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Coordinate reference system</source>
            <translation>Sistema de referencia de coordenadas</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Imagery</source>
            <translation>Imágenes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Second imagery</source>
            <translation>Segundas imágenes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Class data</source>
            <translation>Datos de clases</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, outside IN_MASK_POLYGONS</source>
            <translation>Chips omitidos, fuera de IN_MASK_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, not whole within IN_MASK_POLYGONS</source>
            <translation>Chips omitidos, no enteros dentro de IN_MASK_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, without a label</source>
            <translation>Chips omitidos, sin etiqueta</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, without a valid pixel</source>
            <translation>Chips omitidos, sin ningún píxel válido</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels left out, too little of their feature</source>
            <translation>Etiquetas omitidas, muy poco de su entidad</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels left out, too small</source>
            <translation>Etiquetas omitidas, demasiado pequeñas</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, on the border between two splits</source>
            <translation>Chips omitidos, en el límite entre dos particiones</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, outside SPLIT_POLYGONS</source>
            <translation>Chips omitidos, fuera de SPLIT_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report_file.py"/>
            <source>REPORT: {path} cannot be written ({reason}); choose another file. The training set itself is complete.</source>
            <translation>REPORT: no se puede escribir {path} ({reason}); elija otro archivo. El conjunto de entrenamiento en sí está completo.</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Train, validation, test</source>
            <translation>Entrenamiento, validación, prueba</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Map of the blocks</source>
            <translation>Mapa de los bloques</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>{chips} chips ({percent} % of all)</source>
            <translation>{chips} chips ({percent} % de todos)</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>{chips} chips, {labelled} of them with labels ({percent} % of all that have some)</source>
            <translation>{chips} chips, {labelled} de ellos con etiquetas ({percent} % de todos los que tienen)</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Labelled pixels in {split}</source>
            <translation>Píxeles etiquetados en {split}</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Labels in {split}</source>
            <translation>Etiquetas en {split}</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Each square is a block, north up; a chip lies in blocks of one colour alone.</source>
            <translation>Cada cuadrado es un bloque, con el norte arriba; un chip está solo en bloques de un color.</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Each square is one of {count} x {count} blocks, north up.</source>
            <translation>Cada cuadrado es uno de {count} x {count} bloques, con el norte arriba.</translation>
        </message>
        <message>
            <location filename="../writers/base.py"/>
            <source>METADATA_FORMAT: {format} takes class values from {low} to {high}, not {value}; give that class another value.</source>
            <translation>METADATA_FORMAT: {format} admite valores de clase de {low} a {high}, no {value}; dé otro valor a esa clase.</translation>
        </message>
        <message>
            <location filename="../writers/base.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since readers of {format} know classes by their names, and another class has that one.</source>
            <translation>Clase {value}: el nombre {name} pasa a ser {safe}, ya que los lectores de {format} conocen las clases por sus nombres y otra clase tiene ese.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/coco/files.py"/>
            <source>OUT_FOLDER: the journal does not hold the labels of {path} as an export writes them; delete what this export has written, or choose another folder.</source>
            <translation>OUT_FOLDER: el diario no contiene las etiquetas de {path} como las escribe una exportación; borre lo que esta exportación ha escrito o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/coco/stored.py"/>
            <source>OUT_FOLDER: {path} was changed by another program while the export was running.</source>
            <translation>OUT_FOLDER: otro programa cambió {path} durante la exportación.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/exported_set.py"/>
            <source>{path} is missing or damaged ({reason}).</source>
            <translation>{path} falta o está dañado ({reason}).</translation>
        </message>
        <message>
            <location filename="../writers/dataset/reading.py"/>
            <source>OUT_FOLDER: {path} holds a file {name} that this tool did not write, or that is damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER: {path} contiene un archivo {name} que esta herramienta no ha escrito o que está dañado ({reason}); elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored.py"/>
            <source>OUT_FOLDER: {path} holds an export whose {name} is missing or damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER: {path} contiene una exportación cuyo {name} falta o está dañado ({reason}); elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored.py"/>
            <source>{what}: the export that OUT_FOLDER holds was made with {stored}, not {new}; use the same, or choose another folder.</source>
            <translation>{what}: la exportación que contiene OUT_FOLDER se hizo con {stored}, no con {new}; use lo mismo o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_rasters.py"/>
            <source>OUT_FOLDER: {path} cannot be read: {reason}.</source>
            <translation>OUT_FOLDER: no se puede leer {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_rasters.py"/>
            <source>OUT_FOLDER: {path} is not an image as an export has it; choose another folder.</source>
            <translation>OUT_FOLDER: {path} no es una imagen como las de una exportación; elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_schema.py"/>
            <source>OUT_FOLDER: the export in {path} cannot be added to, since its {stats} does not state {keys} (older versions of ArcGIS leave them out); choose another folder.</source>
            <translation>OUT_FOLDER: no se puede añadir nada a la exportación en {path}, porque su {stats} no indica {keys} (las versiones antiguas de ArcGIS los omiten); elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../writers/encoding/gdal_files.py"/>
            <source>{what} failed: {reason}</source>
            <translation>{what} ha fallado: {reason}</translation>
        </message>
        <message>
            <location filename="../writers/encoding/tiff_compression.py"/>
            <source>TIFF_COMPRESSION: {compression} is not in this version of GDAL; choose one of {others}.</source>
            <translation>TIFF_COMPRESSION: {compression} no está en esta versión de GDAL; elija una de {others}.</translation>
        </message>
        <message>
            <location filename="../writers/image_format.py"/>
            <source>TIFF_COMPRESSION: it is for TIFF chips; {format} takes no notice of it.</source>
            <translation>TIFF_COMPRESSION: es para chips TIFF; {format} no lo tiene en cuenta.</translation>
        </message>
        <message>
            <location filename="../writers/image_format.py"/>
            <source>IMAGE_CHIP_FORMAT: {format} holds no palette of {count} colours for {dtype} pixels; chips hold its numbers without the colours.</source>
            <translation>IMAGE_CHIP_FORMAT: {format} no admite una paleta de {count} colores para píxeles {dtype}; los chips contienen sus números sin los colores.</translation>
        </message>
        <message>
            <location filename="../writers/images/mrf.py"/>
            <source>IMAGE_CHIP_FORMAT: MRF holds no {dtype} pixels in this version of GDAL; choose TIFF.</source>
            <translation>IMAGE_CHIP_FORMAT: MRF no admite píxeles {dtype} en esta versión de GDAL; elija TIFF.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: PNG holds 8 or 16 bit unsigned pixels, not the raster's {dtype}; choose TIFF, or make them 8 bit with STRETCH.</source>
            <translation>IMAGE_CHIP_FORMAT: PNG admite píxeles de 8 o 16 bits sin signo, no {dtype} del ráster; elija TIFF, o páselos a 8 bits con STRETCH.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: PNG holds 1 to 4 bands, not the raster's {bands}; choose TIFF, or up to four bands with BANDS.</source>
            <translation>IMAGE_CHIP_FORMAT: PNG admite de 1 a 4 bandas, no las {bands} del ráster; elija TIFF, o hasta cuatro bandas con BANDS.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: the last of {bands} bands in a PNG is alpha to whoever opens it, and pixels where it is 0 may be hidden or masked out; choose TIFF to have it as a band like others.</source>
            <translation>IMAGE_CHIP_FORMAT: la última de {bands} bandas de un PNG es alfa para quien lo abre, y los píxeles donde es 0 pueden quedar ocultos o enmascarados; elija TIFF para tenerla como una banda más.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG holds 8 bit pixels, not the raster's {dtype}; choose TIFF, or make them 8 bit with STRETCH.</source>
            <translation>IMAGE_CHIP_FORMAT: JPEG admite píxeles de 8 bits, no {dtype} del ráster; elija TIFF, o páselos a 8 bits con STRETCH.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG holds 1 or 3 bands beside alpha, not the raster's {bands}; choose TIFF, or one or three bands with BANDS.</source>
            <translation>IMAGE_CHIP_FORMAT: JPEG admite 1 o 3 bandas además de alfa, no las {bands} del ráster; elija TIFF, o una o tres bandas con BANDS.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG would blur the raster's palette numbers; choose TIFF or PNG, or give a raster whose palette is expanded to red, green and blue.</source>
            <translation>IMAGE_CHIP_FORMAT: JPEG emborronaría los números de la paleta del ráster; elija TIFF o PNG, o indique un ráster con la paleta expandida a rojo, verde y azul.</translation>
        </message>
        <message>
            <location filename="../writers/labels/classified_tiles.py"/>
            <source>IN_CLASS_DATA: class {value} does not fit the {type} label rasters of the export that OUT_FOLDER holds; choose another folder.</source>
            <translation>IN_CLASS_DATA: la clase {value} no cabe en los rásteres de etiquetas {type} de la exportación que contiene OUT_FOLDER; elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../writers/labels/dota.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since a blank ends a name in {format}.</source>
            <translation>Clase {value}: el nombre {name} pasa a ser {safe}, ya que un espacio termina un nombre en {format}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/folder_names.py"/>
            <source>IN_CLASS_DATA: class {value} is named {name}, and would share a folder with another class of the export that OUT_FOLDER holds; give it another name.</source>
            <translation>IN_CLASS_DATA: la clase {value} se llama {name} y compartiría carpeta con otra clase de la exportación que contiene OUT_FOLDER; dele otro nombre.</translation>
        </message>
        <message>
            <location filename="../writers/labels/folder_names.py"/>
            <source>OUT_FOLDER: the export that it holds names class {value} {name}, which cannot be the name of a folder; choose another folder.</source>
            <translation>OUT_FOLDER: la exportación que contiene llama {name} a la clase {value}, lo que no puede ser el nombre de una carpeta; elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../writers/labels/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: PNG holds class values up to {most}, not {value}; choose TIFF, or give that class another value.</source>
            <translation>LABEL_RASTER_FORMAT: PNG admite valores de clase hasta {most}, no {value}; elija TIFF o dé otro valor a esa clase.</translation>
        </message>
        <message>
            <location filename="../writers/labels/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: PNG holds {most} objects of one class in a chip, not {value}; choose TIFF.</source>
            <translation>LABEL_RASTER_FORMAT: PNG admite {most} objetos de una clase en un chip, no {value}; elija TIFF.</translation>
        </message>
        <message>
            <location filename="../writers/labels/multilabeled_tiles.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since a comma or the end of a line ends a name in {format}.</source>
            <translation>Clase {value}: el nombre {name} pasa a ser {safe}, ya que una coma o un fin de línea termina un nombre en {format}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/panoptic/panoptic.py"/>
            <source>IN_INSTANCE_DATA: no chip shows an instance, so there are no files in labels2.</source>
            <translation>IN_INSTANCE_DATA: ningún chip muestra una instancia, así que no hay archivos en labels2.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>IMAGE_CHIP_FORMAT: the readers of {name} do not open {format}; choose TIFF, PNG or JPEG.</source>
            <translation>IMAGE_CHIP_FORMAT: los lectores de {name} no abren {format}; elija TIFF, PNG o JPEG.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>METADATA_FORMAT: the readers of {name} open chips of 8 bit with 1, 3 or 4 bands, not of {bands} bands of {dtype}; choose bands with BANDS, and bring them to 8 bit with STRETCH.</source>
            <translation>METADATA_FORMAT: los lectores de {name} abren chips de 8 bits con 1, 3 o 4 bandas, no de {bands} bandas de {dtype}; elija bandas con BANDS y llévelas a 8 bits con STRETCH.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>METADATA_FORMAT: most readers of {name} take the first 3 of 4 bands, and some the fourth for transparency; choose 3 bands with BANDS if that is not meant.</source>
            <translation>METADATA_FORMAT: la mayoría de los lectores de {name} toman las 3 primeras de 4 bandas, y algunos la cuarta como transparencia; elija 3 bandas con BANDS si no es lo que quiere.</translation>
        </message>
        <message>
            <location filename="../writers/labels/rcnn_masks.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since it names a folder.</source>
            <translation>Clase {value}: el nombre {name} pasa a ser {safe}, porque da nombre a una carpeta.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>IN_CLASS_DATA: class {value} would stand before class {last} of the export that OUT_FOLDER holds, whose label files know classes by their places; give it a value above {last}, or choose another folder.</source>
            <translation>IN_CLASS_DATA: la clase {value} quedaría delante de la clase {last} de la exportación que contiene OUT_FOLDER, cuyos archivos de etiquetas conocen las clases por su lugar; dele un valor mayor que {last} o elija otra carpeta.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since readers of {format} take names that begin with {code} for codes of ImageNet.</source>
            <translation>Clase {value}: el nombre {name} pasa a ser {safe}, ya que los lectores de {format} toman los nombres que empiezan por {code} por códigos de ImageNet.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>{format}: there is no validation split, so val in {file} names the training chips again; figures of a validation on them mean nothing.</source>
            <translation>{format}: no hay división de validación, por lo que val en {file} nombra otra vez los chips de entrenamiento; las cifras de una validación con ellos no significan nada.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels left out because {format} has a row like theirs in the same chip: {count}.</source>
            <translation>Etiquetas omitidas porque {format} ya tiene una fila igual en el mismo chip: {count}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels of several parts or with holes, which {format} holds as one ring with bridges: {count}.</source>
            <translation>Etiquetas de varias partes o con huecos, que {format} guarda como un anillo con puentes: {count}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels whose rectangle stands upright in {format}, since the smallest one reaches further out of the chip than its readers take: {count}.</source>
            <translation>Etiquetas cuyo rectángulo queda recto en {format}, ya que el más pequeño sale del chip más de lo que admiten sus lectores: {count}.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Cuts imagery into overlapping chips with their labels, draws the chip index, lists the chips that show no label, writes the report, and warns when fewer than {count} chips came out.

An example of the export as a step of a model: its folder, layer and numbers feed the next steps.</source>
            <translation>Corta las imágenes en chips superpuestos con sus etiquetas, dibuja el índice de chips, lista los chips que no muestran ninguna etiqueta, escribe el informe y avisa cuando salieron menos de {count} chips.

Un ejemplo de la exportación como paso de un modelo: su carpeta, su capa y sus números alimentan los pasos siguientes.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>The raster layer that is cut into chips.</source>
            <translation>La capa ráster que se corta en chips.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>A layer of polygons.</source>
            <translation>Una capa de polígonos.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>The field that tells classes apart.</source>
            <translation>El campo que distingue las clases.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Width and height of a chip in pixels; chips overlap by half of it.</source>
            <translation>Ancho y alto de un chip en píxeles; los chips se superponen en la mitad.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>How labels are written.</source>
            <translation>Cómo se escriben las etiquetas.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Class field</source>
            <translation>Campo de clase</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Tile size</source>
            <translation>Tamaño de tesela</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Label format</source>
            <translation>Formato de las etiquetas</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Export training data and check it</source>
            <translation>Exportar datos de entrenamiento y revisarlos</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Examples</source>
            <translation>Ejemplos</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Few chips?</source>
            <translation>¿Pocos chips?</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Fewer than {count} chips: too few for most models.</source>
            <translation>Menos de {count} chips: demasiado pocos para la mayoría de los modelos.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Warn</source>
            <translation>Avisar</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Export training data</source>
            <translation>Exportar datos de entrenamiento</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Chips without labels</source>
            <translation>Chips sin etiquetas</translation>
        </message>
    </context>
</TS>
