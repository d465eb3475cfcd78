<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>TrainingDataExporter</name>
        <message>
            <location filename="../provider.py"/>
            <source>Training data</source>
            <translation>Trainingsdaten</translation>
        </message>
        <message>
            <location filename="../provider.py"/>
            <source>Export training data...</source>
            <translation>Trainingsdaten exportieren...</translation>
        </message>
        <message>
            <location filename="../algorithms/adding/already_there.py"/>
            <source>OUT_FOLDER: {path} holds these chips of {raster} with these labels already; choose another raster, EXTENT or IN_CLASS_DATA to add to it, or another folder.</source>
            <translation>OUT_FOLDER: {path} enthält diese Chips von {raster} mit diesen Labels schon; wählen Sie ein anderes Raster, EXTENT oder IN_CLASS_DATA, um hinzuzufügen, oder einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: the class raster shows no class on the image; all its pixels are 0 or nodata.</source>
            <translation>IN_CLASS_DATA: Das Klassenraster zeigt auf dem Bild keine Klasse; alle seine Pixel sind 0 oder NoData.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: all {count} values of {field} are NULL or blank, so no feature has a class.</source>
            <translation>CLASS_VALUE_FIELD: alle {count} Werte von {field} sind NULL oder leer, daher hat kein Objekt eine Klasse.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {format} cannot tell class 0 ({name}) from no class: its labels do not show, and a chip with no others counts as one without labels; give that class another value in {field}.</source>
            <translation>CLASS_VALUE_FIELD: {format} kann Klasse 0 ({name}) nicht von keiner Klasse unterscheiden: ihre Labels sind nicht zu sehen, und ein Chip ohne andere gilt als einer ohne Labels; geben Sie der Klasse in {field} einen anderen Wert.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: the raster holds {count} classes; check that it is one of classes.</source>
            <translation>IN_CLASS_DATA: das Raster enthält {count} Klassen; prüfen, ob es ein Klassenraster ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {field} gives {count} classes; check that it is the field of kinds.</source>
            <translation>CLASS_VALUE_FIELD: {field} ergibt {count} Klassen; prüfen, ob es das Feld der Arten ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: each of the {count} features has a class of its own in {field}; choose a field of kinds, not of names or numbers of features.</source>
            <translation>CLASS_VALUE_FIELD: jedes der {count} Objekte hat in {field} eine eigene Klasse; ein Feld mit Arten wählen, nicht mit Namen oder Nummern von Objekten.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {field} mixes whole numbers with other text ({odd}), so all its values are numbered by name, and a number is not its own class value; correct the odd ones if that is not meant.</source>
            <translation>CLASS_VALUE_FIELD: {field} mischt ganze Zahlen mit anderem Text ({odd}), daher werden alle Werte nach Namen nummeriert, und eine Zahl ist nicht ihr eigener Klassenwert; berichtigen Sie die abweichenden, falls das nicht gemeint ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: class names that are not in UTF-8 have lost letters: {names}; rename them.</source>
            <translation>IN_CLASS_DATA: Klassennamen, die nicht in UTF-8 sind, haben Buchstaben verloren: {names}; benennen Sie sie um.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: class names have lost letters: {names}; set the layer's encoding (Layer Properties &gt; Source) to the one that its text is in.</source>
            <translation>IN_CLASS_DATA: Klassennamen haben Buchstaben verloren: {names}; stellen Sie die Kodierung des Layers (Layereigenschaften &gt; Quelle) auf die seines Textes.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: of {total} features {unclassified} have no class, {broken} have no usable geometry, and the others lie outside the raster; check IN_CLASS_DATA and EXTENT.</source>
            <translation>Kein Chip wurde geschrieben: von {total} Objekten haben {unclassified} keine Klasse, {broken} keine brauchbare Geometrie, und die anderen liegen außerhalb des Rasters; prüfen Sie IN_CLASS_DATA und EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: none has a valid pixel (of {pixels}); check IN_RASTER, its nodata values and EXTENT.</source>
            <translation>Kein Chip wurde geschrieben: keiner hat ein gültiges Pixel (von {pixels}); prüfen Sie IN_RASTER, seine NoData-Werte und EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; lower MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE, which left out labels ({filtered}).</source>
            <translation>Kein Chip wurde geschrieben: {labels} ohne Label, {pixels} ohne gültiges Pixel; verkleinern Sie MIN_POLYGON_OVERLAP_RATIO und MIN_OBJECT_SIZE, wegen derer Labels weggelassen wurden ({filtered}).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; check that IN_CLASS_DATA and IN_RASTER overlap.</source>
            <translation>Kein Chip wurde geschrieben: {labels} ohne Label, {pixels} ohne gültiges Pixel; prüfen Sie, ob IN_CLASS_DATA und IN_RASTER sich überlappen.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; features: {total}, of which {unclassified} without class, {broken} without usable geometry, {others} outside the chips or too small to show.</source>
            <translation>Kein Chip wurde geschrieben: {labels} ohne Label, {pixels} ohne gültiges Pixel; Objekte: {total}, davon {unclassified} ohne Klasse, {broken} ohne brauchbare Geometrie, {others} außerhalb der Chips oder zu klein, um sichtbar zu sein.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {masked} not within IN_MASK_POLYGONS, {split} in no split or on a border between splits, {labels} without a label, {pixels} without a valid pixel; larger polygons or smaller tiles help.</source>
            <translation>Kein Chip wurde geschrieben: {masked} nicht innerhalb von IN_MASK_POLYGONS, {split} in keinem Teil oder auf einer Grenze zwischen Teilen, {labels} ohne Label, {pixels} ohne gültiges Pixel; größere Polygone oder kleinere Kacheln helfen.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {outside} outside SPLIT_POLYGONS, {border} on borders between splits or partly outside, {labels} without a label, {pixels} without a valid pixel; larger polygons or blocks, or smaller tiles help.</source>
            <translation>Kein Chip wurde geschrieben: {outside} außerhalb von SPLIT_POLYGONS, {border} auf Grenzen zwischen Teilen oder zum Teil außerhalb, {labels} ohne Label, {pixels} ohne gültiges Pixel; größere Polygone oder Blöcke oder kleinere Kacheln helfen.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so no chip was kept (of {chips}); lower MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE, which left out labels ({filtered}).</source>
            <translation>METADATA_FORMAT: {format} braucht in mindestens einem Chip ein Label, also wurde kein Chip behalten (von {chips}); verkleinern Sie MIN_POLYGON_OVERLAP_RATIO und MIN_OBJECT_SIZE, wegen derer Labels weggelassen wurden ({filtered}).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips was kept: the class raster shows no class on them; check IN_CLASS_DATA, or choose another METADATA_FORMAT.</source>
            <translation>METADATA_FORMAT: {format} braucht ein Label in mindestens einem Chip, daher wurde keiner der {chips} Chips behalten: das Klassenraster zeigt auf ihnen keine Klasse; prüfen Sie IN_CLASS_DATA, oder wählen Sie ein anderes METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips was kept: of {total} features {unclassified} have no class, {broken} have no usable geometry, and {others} lie outside the chips or cover no pixel's centre; check IN_CLASS_DATA and CLASS_VALUE_FIELD, or choose another METADATA_FORMAT.</source>
            <translation>METADATA_FORMAT: {format} braucht ein Label in mindestens einem Chip, daher wurde keiner der {chips} Chips behalten: von {total} Objekten haben {unclassified} keine Klasse, {broken} keine brauchbare Geometrie, und {others} liegen außerhalb der Chips oder bedecken keine Pixelmitte; prüfen Sie IN_CLASS_DATA und CLASS_VALUE_FIELD, oder wählen Sie ein anderes METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: no raster is given.</source>
            <translation>{parameter}: kein Raster ist angegeben.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is a vector layer; choose a raster.</source>
            <translation>{parameter}: {value} ist ein Vektorlayer; wählen Sie ein Raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is not a raster that QGIS can open; choose a raster file or layer.</source>
            <translation>{parameter}: {value} ist kein Raster, das QGIS öffnen kann; wählen Sie eine Rasterdatei oder einen Rasterlayer.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is neither a raster file nor a raster layer of the project; check how it is spelled.</source>
            <translation>{parameter}: {value} ist weder eine Rasterdatei noch ein Rasterlayer des Projekts; prüfen Sie die Schreibweise.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: no class data are given, which {format} needs.</source>
            <translation>IN_CLASS_DATA: keine Klassendaten sind angegeben, die {format} braucht.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is asked for in part; choose the layer itself, and SELECTED_ONLY for its selection.</source>
            <translation>IN_CLASS_DATA: {value} ist nur zum Teil verlangt; wählen Sie den Layer selbst, und für die Auswahl darin SELECTED_ONLY.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is not a vector or raster layer that QGIS can open; choose a file or layer of labels.</source>
            <translation>IN_CLASS_DATA: {value} ist kein Vektor- oder Rasterlayer, den QGIS öffnen kann; wählen Sie eine Datei oder einen Layer mit Labels.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is neither a file nor a layer of the project; check how it is spelled.</source>
            <translation>IN_CLASS_DATA: {value} ist weder eine Datei noch ein Layer des Projekts; prüfen Sie die Schreibweise.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>no server answers for {value}, or it has no such layer; check the address and the network, and try again.</source>
            <translation>Für {value} antwortet kein Server, oder er hat keinen solchen Layer; prüfen Sie die Adresse und das Netz, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the server of the layer {value} does not answer, or no longer has it; check its address and the network, and try again.</source>
            <translation>Der Server des Layers {value} antwortet nicht oder hat ihn nicht mehr; prüfen Sie seine Adresse und das Netz, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the file of the layer {value} is gone ({path}); bring it back, or choose another layer.</source>
            <translation>Die Datei des Layers {value} ist weg ({path}); stellen Sie sie wieder her, oder wählen Sie einen anderen Layer.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the layer {value} is not valid, since its source cannot be opened.</source>
            <translation>Der Layer {value} ist ungültig, weil sich seine Quelle nicht öffnen lässt.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>EXTENT: {value} is not an area; give left, right, bottom and top, as in {example}.</source>
            <translation>EXTENT: {value} ist keine Fläche; geben Sie links, rechts, unten und oben an, wie in {example}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>EXTENT: {crs} is not a coordinate reference system that QGIS knows; give a code such as EPSG:4326.</source>
            <translation>EXTENT: {crs} ist kein Koordinatenbezugssystem, das QGIS kennt; geben Sie einen Code wie EPSG:4326 an.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: with REFERENCE_SYSTEM PIXEL_SPACE the whole raster is cut in its own pixels; leave it empty, or choose MAP_SPACE.</source>
            <translation>{parameter}: Mit REFERENCE_SYSTEM PIXEL_SPACE wird das ganze Raster in seinen eigenen Pixeln geschnitten; lassen Sie es leer, oder wählen Sie MAP_SPACE.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>{name} has no coordinate reference system; it is taken to be that of the other layer.</source>
            <translation>{name} hat kein Koordinatenreferenzsystem; es wird das des anderen Layers angenommen.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>BUFFER_RADIUS: {radius} is in {unit}, the unit of {name}.</source>
            <translation>BUFFER_RADIUS: {radius} ist in {unit}, der Einheit von {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>MIN_POLYGON_OVERLAP_RATIO is for features; the classified raster {name} takes no notice of it.</source>
            <translation>MIN_POLYGON_OVERLAP_RATIO gilt für Vektorobjekte; für das klassifizierte Raster {name} hat es keine Bedeutung.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>IN_CLASS_DATA: {name} has no features.</source>
            <translation>IN_CLASS_DATA: {name} hat keine Objekte.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>IN_CLASS_DATA: no label lies on the raster; labels extend over {labels}, the raster over {raster} (in the raster's coordinates).</source>
            <translation>IN_CLASS_DATA: Auf dem Raster liegt kein Label; die Labels erstrecken sich über {labels}, das Raster über {raster} (in den Koordinaten des Rasters).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: {format} has no label rasters and takes no notice of it.</source>
            <translation>LABEL_RASTER_FORMAT: {format} hat keine Label-Raster und beachtet es nicht.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: OUT_FOLDER holds label rasters as {suffix} files; choose {stored}, or another folder.</source>
            <translation>LABEL_RASTER_FORMAT: OUT_FOLDER enthält Label-Raster als {suffix}-Dateien; {stored} wählen oder einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/object_size.py"/>
            <source>MIN_OBJECT_SIZE: no object of a chip has sides of {size} pixels or more, since chips are {width} x {height} pixels; give at most {most}.</source>
            <translation>MIN_OBJECT_SIZE: kein Objekt eines Chips hat Seiten von {size} Pixeln oder mehr, denn Chips haben {width} x {height} Pixel; höchstens {most} angeben.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/polygon_layer.py"/>
            <source>{parameter}: {value} is not a vector layer that QGIS can open; choose a layer of polygons.</source>
            <translation>{parameter}: {value} ist kein Vektorlayer, den QGIS öffnen kann; wählen Sie einen Layer mit Polygonen.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/polygon_layer.py"/>
            <source>{parameter}: {name} is not a layer of polygons; choose one.</source>
            <translation>{parameter}: {name} ist kein Layer mit Polygonen; wählen Sie einen solchen.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/raster_warnings.py"/>
            <source>IN_RASTER: band {band} of {name} is tagged as alpha, but holds many values; where it is 0, pixels count as transparent. If it is a measurement such as infrared, clear its tag first (Raster &gt; Conversion &gt; Translate with -colorinterp_{band} undefined).</source>
            <translation>IN_RASTER: Band {band} von {name} ist als Alpha gekennzeichnet, enthält aber viele Werte; wo es 0 ist, gelten Pixel als durchsichtig. Ist es eine Messung wie Infrarot, entfernen Sie zuerst die Kennzeichnung (Raster &gt; Konvertierung &gt; Umrechnen mit -colorinterp_{band} undefined).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>STRIDE_X: {width} x {height} pixels make {count} chips, but at most {most} can be numbered; make STRIDE_X, STRIDE_Y or CELL_SIZE larger, or choose an EXTENT.</source>
            <translation>STRIDE_X: {width} x {height} Pixel ergeben {count} Chips, aber höchstens {most} lassen sich nummerieren; machen Sie STRIDE_X, STRIDE_Y oder CELL_SIZE größer, oder wählen Sie EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>ROTATION_ANGLE: with it there are {count} chips, but at most {most} can be numbered; make it, STRIDE_X or STRIDE_Y larger, or choose an EXTENT.</source>
            <translation>ROTATION_ANGLE: damit gibt es {count} Chips, aber höchstens {most} lassen sich nummerieren; machen Sie den Winkel, STRIDE_X oder STRIDE_Y größer, oder wählen Sie EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>CROP_MODE: the envelope of feature {fid} has {width} x {height} pixels and takes {size}; the most is {limit}, so choose FIXED_SIZE, or make CELL_SIZE larger.</source>
            <translation>CROP_MODE: das umschließende Rechteck von Objekt {fid} hat {width} x {height} Pixel und braucht {size}; höchstens {limit} sind möglich, wählen Sie also FIXED_SIZE oder eine größere CELL_SIZE.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>TILE_SIZE_X: a chip of {width} x {height} pixels takes {size}; the most is {limit}, so make TILE_SIZE_X or TILE_SIZE_Y smaller.</source>
            <translation>TILE_SIZE_X: ein Chip von {width} x {height} Pixeln braucht {size}; höchstens {limit} sind möglich, machen Sie also TILE_SIZE_X oder TILE_SIZE_Y kleiner.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>OUT_FOLDER: {path} is temporary, and goes when QGIS closes; to keep the export choose a folder that stays, such as {place}.</source>
            <translation>OUT_FOLDER: {path} ist vorübergehend und verschwindet, wenn QGIS beendet wird; um den Export zu behalten, wählen Sie einen Ordner, der bleibt, etwa {place}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>REPORT: {path} cannot be written: {reason}.</source>
            <translation>REPORT: {path} kann nicht geschrieben werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>OUT_FOLDER: {path} has {free} free, but the export of {count} chips takes about {needed}; choose another folder or an EXTENT, make STRIDE_X and STRIDE_Y larger, or write ONLY_TILES_WITH_FEATURES.</source>
            <translation>OUT_FOLDER: In {path} sind {free} frei, der Export von {count} Chips braucht aber etwa {needed}; wählen Sie einen anderen Ordner oder ein EXTENT, vergrößern Sie STRIDE_X und STRIDE_Y, oder schreiben Sie ONLY_TILES_WITH_FEATURES.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/scheduler.py"/>
            <source>DASK_SCHEDULER: the Python of QGIS has no package distributed; install it there (pip install distributed, or Debian's python3-distributed), or leave DASK_SCHEDULER empty.</source>
            <translation>DASK_SCHEDULER: Dem Python von QGIS fehlt das Paket distributed; installieren Sie es dort (pip install distributed oder Debians python3-distributed), oder lassen Sie DASK_SCHEDULER leer.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/scheduler.py"/>
            <source>DASK_SCHEDULER: no scheduler answers at {address} ({reason}); start it, or leave DASK_SCHEDULER empty, and this machine makes the chips.</source>
            <translation>DASK_SCHEDULER: Unter {address} antwortet kein Scheduler ({reason}); starten Sie ihn, oder lassen Sie DASK_SCHEDULER leer, dann macht dieser Rechner die Chips.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>SELECTED_ONLY: {name} is a raster, in which nothing can be selected; leave it off.</source>
            <translation>SELECTED_ONLY: {name} ist ein Raster, in dem sich nichts wählen lässt; lassen Sie es aus.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>SELECTED_ONLY: no feature of {name} is selected; select some, or leave it off.</source>
            <translation>SELECTED_ONLY: In {name} ist kein Objekt gewählt; wählen Sie welche, oder lassen Sie es aus.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{name} has a filter ({filter}); only the features that pass it are exported.</source>
            <translation>{name} hat einen Filter ({filter}); nur die Objekte, die er durchlässt, werden exportiert.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{count} of {total} features of {name} are selected; only these are exported.</source>
            <translation>{count} von {total} Objekten von {name} sind gewählt; nur diese werden exportiert.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{count} of {total} features of {name} are selected; all are exported. SELECTED_ONLY takes the selected ones alone.</source>
            <translation>{count} von {total} Objekten von {name} sind gewählt; alle werden exportiert. SELECTED_ONLY nimmt nur die gewählten.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/split_layer.py"/>
            <source>SPLIT_POLYGONS: {name} has no text field split, which says train, valid or test; its fields are {fields}.</source>
            <translation>SPLIT_POLYGONS: {name} hat kein Textfeld split, das train, valid oder test sagt; seine Felder sind {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/split_layer.py"/>
            <source>SPLIT_POLYGONS: polygons decide on the split, not shares; set VALIDATION_PERCENT and TEST_PERCENT to 0, and leave SPLIT_BLOCK_SIZE empty.</source>
            <translation>SPLIT_POLYGONS: Polygone entscheiden über die Aufteilung, nicht Anteile; setzen Sie VALIDATION_PERCENT und TEST_PERCENT auf 0, und lassen Sie SPLIT_BLOCK_SIZE leer.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>{parameter}: {name} draws pictures, which are stretched already; leave it out.</source>
            <translation>{parameter}: {name} zeichnet Bilder, die schon gestreckt sind; lassen Sie es weg.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>{parameter}: {name} holds numbers of a palette, which are no measurements; leave it out.</source>
            <translation>{parameter}: {name} enthält Nummern einer Palette, die keine Messwerte sind; lassen Sie es weg.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>STRETCH_RANGE: {count} ranges are given for {bands} bands; give one for all, or one for each.</source>
            <translation>STRETCH_RANGE: {count} Bereiche sind für {bands} Bänder angegeben; geben Sie einen für alle an oder einen für jedes.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>STRETCH: STRETCH_RANGE gives the numbers, so {stretch} is not used.</source>
            <translation>STRETCH: STRETCH_RANGE gibt die Zahlen vor, daher wird {stretch} nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {name} is a table without geometry.</source>
            <translation>IN_CLASS_DATA: {name} ist eine Tabelle ohne Geometrie.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {path} holds several layers, and the first, {taken}, is a table without geometry; choose another as in {example}. The others are {others}.</source>
            <translation>IN_CLASS_DATA: {path} enthält mehrere Layer, und der erste, {taken}, ist eine Tabelle ohne Geometrie; wählen Sie einen anderen wie in {example}. Die anderen sind {others}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {path} holds several layers, of which the first, {taken}, is taken; choose another as in {example}. The others are {others}.</source>
            <translation>IN_CLASS_DATA: {path} enthält mehrere Layer, von denen der erste, {taken}, genommen wird; wählen Sie einen anderen wie in {example}. Die anderen sind {others}.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: the layer cannot be created; choose another file ({reason}).</source>
            <translation>CHIP_INDEX: der Layer kann nicht angelegt werden; wählen Sie eine andere Datei ({reason}).</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} does not take chip {stem} ({reason}); choose another file or format for it. The training set itself is complete.</source>
            <translation>CHIP_INDEX: {format} nimmt Chip {stem} nicht an ({reason}); wählen Sie dafür eine andere Datei oder ein anderes Format. Der Trainingssatz selbst ist vollständig.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} cannot be read back, so nothing tells whether it is complete.</source>
            <translation>CHIP_INDEX: {format} kann nicht zurückgelesen werden, daher ist nicht zu sagen, ob er vollständig ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {path} ({format}) holds {found} of {count} chips ({reason}); choose another file or format for it. The training set itself is complete.</source>
            <translation>CHIP_INDEX: {path} ({format}) enthält {found} von {count} Chips ({reason}); wählen Sie dafür eine andere Datei oder ein anderes Format. Der Trainingssatz selbst ist vollständig.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} keeps {limit} bytes of a text; texts that were shortened and end in {mark}: {count}. GeoPackage keeps all.</source>
            <translation>CHIP_INDEX: {format} behält {limit} Bytes eines Textes; Texte, die gekürzt wurden und mit {mark} enden: {count}. GeoPackage behält alles.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} does not keep all names and texts as they are; GeoPackage does.</source>
            <translation>CHIP_INDEX: {format} behält nicht alle Namen und Texte, wie sie sind; GeoPackage tut es.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} holds the table without its polygons; GeoPackage holds both.</source>
            <translation>CHIP_INDEX: {format} enthält die Tabelle ohne ihre Polygone; GeoPackage enthält beides.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/path.py"/>
            <source>CHIP_INDEX: {path} is not a plain file but a link, a pipe or a device; choose another file.</source>
            <translation>CHIP_INDEX: {path} ist keine gewöhnliche Datei, sondern eine Verknüpfung, eine Pipe oder ein Gerät; bitte eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>nodata for more than half</source>
            <translation>über die Hälfte ohne Daten</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>with labels</source>
            <translation>mit Labels</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>without labels</source>
            <translation>ohne Labels</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>{split}, with labels</source>
            <translation>{split}, mit Labels</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>{split}, without labels</source>
            <translation>{split}, ohne Labels</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>Drawing the chip index</source>
            <translation>Zeichnen des Chip-Index</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Export training data for deep learning</source>
            <translation>Trainingsdaten für Deep Learning exportieren</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>chips,tiles,image chips,deep learning,machine learning,training data,object detection,segmentation,mask,labels,annotation,dataset,patches,bounding boxes,samples,split raster,tile images,annotations</source>
            <translation>Chips,Kacheln,Bildchips,Deep Learning,maschinelles Lernen,Trainingsdaten,Objekterkennung,Segmentierung,Maske,Labels,Annotation,Datensatz,Patches,Begrenzungsrahmen,Stichproben,Raster teilen,Bilder kacheln,Annotationen</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Cuts imagery into chips and writes the labels of each chip beside them.</source>
            <translation>Schneidet Bilddaten in Chips und schreibt die Labels jedes Chips daneben.</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Turns imagery and labels into a training set for deep learning: a folder of image chips, a folder of labels, and the files that describe them as ArcGIS Pro writes them.

Chips lie on a regular grid from the raster's upper-left corner. Labels are clipped to each chip; a label counts as soon as its part in the chip has an area. Labels in another coordinate reference system are transformed to the raster's.</source>
            <translation>Macht aus Bilddaten und Labels einen Trainingssatz für Deep Learning: einen Ordner mit Bildchips, einen Ordner mit Labels und die Dateien, die sie beschreiben, so wie ArcGIS Pro sie schreibt.

Die Chips liegen in einem regelmäßigen Gitter ab der linken oberen Ecke des Rasters. Labels werden auf jeden Chip zugeschnitten; ein Label zählt, sobald sein Teil im Chip eine Fläche hat. Labels in einem anderen Koordinatenreferenzsystem werden in das des Rasters transformiert.</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Proposing an output folder</source>
            <translation>Vorschlagen eines Ausgabeordners</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Checking the parameters</source>
            <translation>Prüfen der Parameter</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Preparing the export</source>
            <translation>Vorbereiten des Exports</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>The algorithm was not prepared.</source>
            <translation>Der Algorithmus wurde nicht vorbereitet.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/each_item.py"/>
            <source>OUT_FOLDER: {path} holds the chips of all {count} files of {name} already; choose another folder.</source>
            <translation>OUT_FOLDER: {path} enthält die Chips aller {count} Dateien von {name} schon; wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/each_item.py"/>
            <source>File {number} of {count}: {path}</source>
            <translation>Datei {number} von {count}: {path}</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/export_of.py"/>
            <source>PROCESSING_MODE: {name} is no mosaic of files, so it is exported as one raster.</source>
            <translation>PROCESSING_MODE: {name} ist kein Mosaik aus Dateien und wird daher als ein Raster exportiert.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path}, a file of {name}, is no raster that QGIS can open.</source>
            <translation>PROCESSING_MODE: {path}, eine Datei von {name}, ist kein Raster, das QGIS öffnen kann.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path} has {bands} bands, and {name}, of which it is a file, {count}; choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: {path} hat {bands} Bänder, und {name}, zu dem die Datei gehört, {count}; wählen Sie PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path} and {other} have different coordinate reference systems, and blocks and polygons of a split lie in one; export without a split, or choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: {path} und {other} haben verschiedene Koordinatenbezugssysteme, und Blöcke und Polygone einer Aufteilung liegen in einem; exportieren Sie ohne Aufteilung, oder wählen Sie PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: pixels of {path} are of type {type}, those of {other} of type {other_type}, and chips of one set are of one; set STRETCH, or choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: Pixel von {path} sind vom Typ {type}, die von {other} vom Typ {other_type}, und Chips eines Datensatzes haben einen; setzen Sie STRETCH, oder wählen Sie PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: bands of {path} are named {names}, those of {other} {other_names}, and chips of one set have the same; choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: Bänder von {path} heißen {names}, die von {other} {other_names}, und Chips eines Datensatzes haben dieselben; wählen Sie PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/one_export.py"/>
            <source>Exporting</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/two_sets.py"/>
            <source>The rasters lie apart, so each is cut on its own pixels, into {folder}.</source>
            <translation>Die Raster liegen nicht übereinander, also wird jedes auf seinen eigenen Pixeln geschnitten, nach {folder}.</translation>
        </message>
        <message>
            <location filename="../algorithms/field_widget.py"/>
            <source>Listing the fields of the class data</source>
            <translation>Auflisten der Felder der Klassendaten</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: no second raster is given, which {format} needs.</source>
            <translation>IN_RASTER2: kein zweites Raster ist angegeben, das {format} braucht.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: {name} is the input raster itself; choose another raster, or leave it empty.</source>
            <translation>IN_RASTER2: {name} ist das Eingaberaster selbst; wählen Sie ein anderes Raster, oder lassen Sie es leer.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: {format} has one image for each chip; leave it empty, or choose one of {formats}.</source>
            <translation>IN_RASTER2: {format} hat ein Bild für jeden Chip; lassen Sie es leer, oder wählen Sie eines von {formats}.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_CLASS_DATA: {name} is the input raster itself; choose the layer that holds the labels.</source>
            <translation>IN_CLASS_DATA: {name} ist das Eingaberaster selbst; wählen Sie den Layer mit den Labels.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>OUT_FOLDER: no folder is given.</source>
            <translation>OUT_FOLDER: Es ist kein Ordner angegeben.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>ROTATION_ANGLE: 360 degrees turn nothing; give an angle below, or 0 for none.</source>
            <translation>ROTATION_ANGLE: 360 Grad drehen nichts; geben Sie einen kleineren Winkel an, oder 0 für keinen.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>ROTATION_ANGLE: {format} cannot say that a chip is turned; choose TIFF, PNG or JPEG.</source>
            <translation>ROTATION_ANGLE: {format} kann nicht angeben, dass ein Chip gedreht ist; wählen Sie TIFF, PNG oder JPEG.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>IN_CLASS_DATA: {format} has a chip for each feature, but {name} is a raster; choose a layer of polygons, points or lines, or MultiLabeled_Tiles as METADATA_FORMAT.</source>
            <translation>IN_CLASS_DATA: {format} hat einen Chip für jedes Objekt, aber {name} ist ein Raster; wählen Sie einen Layer mit Polygonen, Punkten oder Linien, oder MultiLabeled_Tiles als METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>STRIDE_X, STRIDE_Y: chips of {format} lie around features, so strides are not used.</source>
            <translation>STRIDE_X, STRIDE_Y: Chips von {format} liegen um Objekte, daher werden Schrittweiten nicht benutzt.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>{parameter}: every chip of {format} has a label, so it is not used.</source>
            <translation>{parameter}: jeder Chip von {format} hat ein Label, daher wird es nicht benutzt.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>{parameter}: it is for {formats}; {format} takes no notice of it.</source>
            <translation>{parameter}: es gilt für {formats}; {format} beachtet es nicht.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/chips.py"/>
            <source>Looking for the envelopes of features</source>
            <translation>Suchen nach den umschließenden Rechtecken der Objekte</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Chips</source>
            <translation>Chips</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>about {size}</source>
            <translation>etwa {size}</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Time in one thread, without the disk</source>
            <translation>Zeit in einem Thread, ohne die Festplatte</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>about {count:.0f} s</source>
            <translation>etwa {count:.0f} s</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>less than 1 s</source>
            <translation>weniger als 1 s</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Making some chips to see what they take</source>
            <translation>Einige Chips werden gemacht, um zu sehen, was sie brauchen</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>REPORT: {path} is a folder; give a file.</source>
            <translation>REPORT: {path} ist ein Ordner; geben Sie eine Datei an.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>REPORT: {path} is not writable; choose another file.</source>
            <translation>REPORT: {path} ist nicht beschreibbar; wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Opening the chip index</source>
            <translation>Öffnen des Chip-Index</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Reading the export back</source>
            <translation>Zurücklesen des Exports</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Cancelled; the training set is complete, report and chip index are not.</source>
            <translation>Abgebrochen; der Trainingssatz ist vollständig, Bericht und Chip-Index sind es nicht.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Making the report</source>
            <translation>Erstellen des Berichts</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Closing the chip index</source>
            <translation>Schließen des Chip-Index</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Adding chip {stem} to the chip index</source>
            <translation>Hinzufügen von Chip {stem} zum Chip-Index</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>EMPTY_CHIPS_PERCENT: ONLY_TILES_WITH_FEATURES writes no chip without labels, so it is not used.</source>
            <translation>EMPTY_CHIPS_PERCENT: ONLY_TILES_WITH_FEATURES schreibt keinen Chip ohne Labels, daher wird es nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>MASK_MODE: there are no IN_MASK_POLYGONS, so it is not used.</source>
            <translation>MASK_MODE: Es gibt keine IN_MASK_POLYGONS, daher wird es nicht verwendet.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Estimated size: at most {size}.</source>
            <translation>Geschätzte Größe: höchstens {size}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>The chips are added to those in {path}; their numbers begin with {number}.</source>
            <translation>Die Chips kommen zu denen in {path} hinzu; ihre Nummern beginnen mit {number}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Classes: {count} ({listed}).</source>
            <translation>Klassen: {count} ({listed}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>CLASS_VALUE_FIELD is not set, so all labels are of class 1; fields that can be are {fields}.</source>
            <translation>CLASS_VALUE_FIELD ist nicht gesetzt, daher sind alle Label von Klasse 1; möglich sind die Felder {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>{field} holds text: its values are numbered by name.</source>
            <translation>{field} enthält Text: Seine Werte werden nach Namen nummeriert.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that lie within IN_MASK_POLYGONS: {count} of {total}.</source>
            <translation>Chips, die innerhalb von IN_MASK_POLYGONS liegen: {count} von {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that IN_MASK_POLYGONS meet: {count} of {total}; {parts} of them reach beyond and are filled there.</source>
            <translation>Chips, die IN_MASK_POLYGONS treffen: {count} von {total}; {parts} davon reichen darüber hinaus und werden dort gefüllt.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Bands of the chips: {bands}.</source>
            <translation>Bänder der Chips: {bands}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Band {band}, which is left out, is alpha: pixels where it is 0 count as transparent.</source>
            <translation>Band {band}, das fehlt, ist Alpha: Pixel, wo er 0 ist, gelten als durchsichtig.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>TIFF chips are compressed: {compression}.</source>
            <translation>TIFF-Chips sind komprimiert: {compression}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit as the export that OUT_FOLDER holds; STRETCH_RANGE={ranges}.</source>
            <translation>Auf 8 Bit gestreckt wie der Export, den OUT_FOLDER enthält; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit; STRETCH_RANGE={ranges}.</source>
            <translation>Auf 8 Bit gestreckt; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit by {kind}, estimated from {pixels} pixels all over the area, which is too large to look at all of them; STRETCH_RANGE={ranges}.</source>
            <translation>Auf 8 Bit gestreckt nach {kind}, geschätzt aus {pixels} Pixeln im ganzen Gebiet, das zu groß ist, um alle zu betrachten; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit by {kind}, exactly over all pixels; STRETCH_RANGE={ranges}.</source>
            <translation>Auf 8 Bit gestreckt nach {kind}, exakt über alle Pixel; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Pixels where band {band} is 0 count as transparent: the raster tags that band as alpha.</source>
            <translation>Pixel, in denen Band {band} 0 ist, gelten als durchsichtig: das Raster kennzeichnet das Band als Alpha.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips written: {chips}, {empty} of them without labels. Labels written: {objects}.</source>
            <translation>Geschriebene Chips: {chips}, davon {empty} ohne Labels. Geschriebene Labels: {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips written: {chips}.</source>
            <translation>Geschriebene Chips: {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Time: {seconds:.1f} s, {rate} chips per second.</source>
            <translation>Zeit: {seconds:.1f} s, {rate} Chips pro Sekunde.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Tiles that the server does not have, taken as empty: {count} (the first is {url}).</source>
            <translation>Kacheln, die der Server nicht hat und die als leer gelten: {count} (die erste ist {url}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips whose second image has no valid pixel: {count} of {total}.</source>
            <translation>Chips, deren zweites Bild kein gültiges Pixel hat: {count} von {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that would be written: {chips}, {empty} of them without labels. Labels: {objects}.</source>
            <translation>Chips, die geschrieben würden: {chips}, davon {empty} ohne Label. Label: {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that would be written: {chips}.</source>
            <translation>Chips, die geschrieben würden: {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips in {split}: {chips}.</source>
            <translation>Chips in {split}: {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Time: {seconds:.1f} s; nothing was written.</source>
            <translation>Zeit: {seconds:.1f} s; nichts wurde geschrieben.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie outside IN_MASK_POLYGONS: {count}.</source>
            <translation>Chips, die außerhalb von IN_MASK_POLYGONS liegen und deshalb wegfallen: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because IN_MASK_POLYGONS do not hold their whole tile: {count}.</source>
            <translation>Chips, die wegfallen, weil IN_MASK_POLYGONS nicht ihre ganze Kachel enthalten: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they have no labels: {count}.</source>
            <translation>Weggelassene Chips, weil sie keine Labels haben: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because EMPTY_CHIPS_PERCENT limits those without labels: {count}.</source>
            <translation>Weggelassene Chips, weil EMPTY_CHIPS_PERCENT die ohne Labels begrenzt: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie on the border between two splits: {count}.</source>
            <translation>Weggelassene Chips, weil sie auf der Grenze zwischen zwei Teilen liegen: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie in no split with their whole tile: {count}.</source>
            <translation>Weggelassene Chips, weil sie nicht mit ihrer ganzen Kachel in einem Teil liegen: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie outside SPLIT_POLYGONS: {count}.</source>
            <translation>Weggelassene Chips, weil sie außerhalb von SPLIT_POLYGONS liegen: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they have no valid pixel: {count}.</source>
            <translation>Weggelassene Chips, weil sie kein gültiges Pixel haben: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features with an invalid geometry that was repaired: {count} (ids {ids}).</source>
            <translation>Objekte mit ungültiger Geometrie, die repariert wurde: {count} (IDs {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features of which only the polygons were taken, no points or lines: {count} (ids {ids}).</source>
            <translation>Objekte, von denen nur die Polygone genommen wurden, keine Punkte oder Linien: {count} (Ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because they are points or lines, not polygons: {count} (ids {ids}).</source>
            <translation>Objekte, die ausgelassen wurden, weil sie Punkte oder Linien und keine Polygone sind: {count} (Ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because their geometry cannot be used: {count} (ids {ids}).</source>
            <translation>Weggelassene Objekte, weil ihre Geometrie nicht verwendbar ist: {count} (IDs {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because they have no class: {count} (ids {ids}).</source>
            <translation>Weggelassene Objekte, weil sie keine Klasse haben: {count} (IDs {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels that no pixel shows, since they cover no pixel's centre or lie under others: {count}.</source>
            <translation>Labels, die kein Pixel zeigt, weil sie keinen Pixelmittelpunkt bedecken oder unter anderen liegen: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out because their box has no width or no height in two decimals: {count}.</source>
            <translation>Labels, die ausgelassen wurden, weil ihre Box mit zwei Nachkommastellen keine Breite oder Höhe hat: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Instances written: {count}.</source>
            <translation>Geschriebene Instanzen: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features cut by IN_MASK_POLYGONS, which take a part of them: {count}.</source>
            <translation>Objekte, die IN_MASK_POLYGONS abschneidet, sodass ein Teil bleibt: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out by MIN_POLYGON_OVERLAP_RATIO, too little of their feature: {count}.</source>
            <translation>Wegen MIN_POLYGON_OVERLAP_RATIO weggelassene Labels, zu wenig von ihrem Objekt: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out by MIN_OBJECT_SIZE, a side of their box is shorter: {count}.</source>
            <translation>Wegen MIN_OBJECT_SIZE weggelassene Labels, eine Seite ihres Rahmens ist kürzer: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/classes.py"/>
            <source>Reading the classes</source>
            <translation>Lesen der Klassen</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>{stride} pixels are more than a tile of {tile}, so the pixels between chips are in none; a stride up to the tile size leaves no gap.</source>
            <translation>{stride} Pixel sind mehr als eine Kachel von {tile}, die Pixel zwischen den Chips sind also in keinem; ein Schritt bis zur Kachelgröße lässt keine Lücke.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>{tile} pixels are more than the raster's {pixels}, so the rest of each chip is nodata, or 0; a smaller tile is filled.</source>
            <translation>{tile} Pixel sind mehr als die {pixels} des Rasters, der Rest jedes Chips ist also Nodata oder 0; eine kleinere Kachel wird ganz gefüllt.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>BUFFER_RADIUS: {radius} {unit} is more than the whole raster measures ({size}), so a single label can cover all chips; the unit is that of {name}.</source>
            <translation>BUFFER_RADIUS: {radius} {unit} ist mehr, als das ganze Raster misst ({size}), ein einziges Label kann also alle Chips bedecken; die Einheit ist die von {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/imagery.py"/>
            <source>Opening the raster {name}</source>
            <translation>Öffnen des Rasters {name}</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/imagery.py"/>
            <source>IMAGE_CHIP_FORMAT: {format} holds no alpha band, so band {band} of {name} is left out; transparent pixels hold the nodata value, or 0, and count in no statistic.</source>
            <translation>IMAGE_CHIP_FORMAT: {format} enthält kein Alphaband, daher wird Band {band} von {name} ausgelassen; durchsichtige Pixel enthalten den Nodata-Wert oder 0 und zählen in keiner Statistik.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: with REFERENCE_SYSTEM PIXEL_SPACE nothing says where a second raster lies; leave it empty, or choose MAP_SPACE.</source>
            <translation>IN_RASTER2: mit REFERENCE_SYSTEM PIXEL_SPACE sagt nichts, wo ein zweites Raster liegt; lassen Sie es leer, oder wählen Sie MAP_SPACE.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: {format} holds no chips of {name}, which has {bands} bands of type {type}; choose another IMAGE_CHIP_FORMAT, or convert that raster first (Raster &gt; Conversion &gt; Translate).</source>
            <translation>IN_RASTER2: {format} fasst keine Chips von {name}, das {bands} Bänder vom Typ {type} hat; wählen Sie ein anderes IMAGE_CHIP_FORMAT, oder wandeln Sie dieses Raster zuerst um (Raster &gt; Konvertierung &gt; Übersetzen).</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: no transformation leads from the coordinate reference system of {raster} to that of {second}; correct the one that is wrong in the layer's properties.</source>
            <translation>IN_RASTER2: keine Transformation führt vom Koordinatenreferenzsystem von {raster} zu dem von {second}; berichtigen Sie das falsche in den Eigenschaften des Layers.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Cell size</source>
            <translation>Zellengröße</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Width and height of a chip's pixels in map units of the raster. Not set: the raster's own. Layers without a resolution of their own need one: XYZ and other tiles (the size of a zoom level gives its own pixels), WMS and map services. Files and tiles are resampled to the nearest pixel; services that send any size resample by themselves.</source>
            <translation>Breite und Höhe der Pixel eines Chips in Karteneinheiten des Rasters. Ohne Angabe: die des Rasters. Layer ohne eigene Auflösung brauchen eine: XYZ- und andere Kacheln (die Größe einer Zoomstufe ergibt genau deren Pixel), WMS und Kartendienste. Dateien und Kacheln werden auf das nächste Pixel umgerechnet; Dienste, die jede Größe liefern, rechnen selbst um.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Extent</source>
            <translation>Ausdehnung</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>The area to export, snapped outward to whole pixels; what lies outside counts as beyond the raster. Not set: the whole raster. XYZ tiles need one.</source>
            <translation>Das zu exportierende Gebiet, nach außen auf ganze Pixel gerundet; was außerhalb liegt, gilt als jenseits des Rasters. Ohne Angabe: das ganze Raster. XYZ-Kacheln brauchen eine.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Mask polygons</source>
            <translation>Maskenpolygone</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Polygons of the area whose labels are complete, in any coordinate reference system. Only what lies within them is written, so that nothing unlabelled is shown as background. Not set: the whole raster.</source>
            <translation>Polygone des Gebiets, dessen Labels vollständig sind, in beliebigem Koordinatenbezugssystem. Nur was darin liegt, wird geschrieben, damit nichts Ungelabeltes als Hintergrund erscheint. Nicht gesetzt: das ganze Raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Mask mode</source>
            <translation>Maskenmodus</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>What becomes of chips that reach beyond the mask polygons. CHIPS_INSIDE: only chips whose whole tile lies within the polygons are written. BLACKEN_OUTSIDE: pixels whose centre lies outside hold the nodata value, or 0, and count in no statistic; labels are cut to the polygons.</source>
            <translation>Was aus Chips wird, die über die Maskenpolygone hinausreichen. CHIPS_INSIDE: nur Chips, deren ganze Kachel in den Polygonen liegt, werden geschrieben. BLACKEN_OUTSIDE: Pixel, deren Mittelpunkt außerhalb liegt, haben den Nodata-Wert oder 0 und zählen in keiner Statistik; Labels werden an den Polygonen abgeschnitten.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Empty chips percent</source>
            <translation>Leere Chips in Prozent</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>With ALL_TILES: at most so many chips without labels are written, in percent of those with labels. They are drawn at random, always the same ones. Where there is a split, that goes for train; valid and test keep all of theirs. Not set: all.</source>
            <translation>Mit ALL_TILES: höchstens so viele Chips ohne Labels werden geschrieben, in Prozent derer mit Labels. Sie werden ausgelost, immer dieselben. Wo es eine Aufteilung gibt, gilt das für train; valid und test behalten alle ihre. Nicht gesetzt: alle.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Plan only</source>
            <translation>Nur planen</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Write no chip, only the report and the chip index of what would be written, from one look at the labels: chips, labels of each class and split, and what the export would take. The output folder is not touched.</source>
            <translation>Keinen Chip schreiben, nur den Bericht und den Chip-Index dessen, was geschrieben würde, nach einem Blick auf die Label: Chips, Label jeder Klasse und Aufteilung, und was der Export brauchen würde. Der Ausgabeordner bleibt unberührt.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>A page about the finished training set, for a browser: counts and sizes of the labels, what is worth a look before training, and pictures of up to 24 chips with their labels.</source>
            <translation>Eine Seite für den Browser über den fertigen Trainingssatz: Anzahl und Größe der Labels, was vor dem Training einen Blick wert ist, und Bilder von bis zu 24 Chips mit ihren Labels.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Chip index</source>
            <translation>Chip-Index</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>A polygon layer of the chips: where each lies, its files, its labels, and the share of its pixels that are valid.</source>
            <translation>Ein Polygonlayer der Chips: wo jeder liegt, seine Dateien, seine Labels und der Anteil seiner gültigen Pixel.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Dataset description</source>
            <translation>Beschreibung des Datensatzes</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Also write croissant.json, which catalogues and loaders of training data read: files, bands, classes, and where the data lies. Licence, citation and authors are for you to add; what you add stays when chips are added.</source>
            <translation>Auch croissant.json schreiben, das Kataloge und Ladeprogramme von Trainingsdaten lesen: Dateien, Kanäle, Klassen und wo die Daten liegen. Lizenz, Zitat und Autoren trägt man selbst ein; was eingetragen ist, bleibt, wenn Chips hinzukommen.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Minimum polygon overlap ratio</source>
            <translation>Kleinster Anteil der Überlappung</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Least share of a feature's area, from 0 to 1, that a chip has to show; a part that is less is no label of that chip, in boxes, masks and class maps alike. 0 keeps every part, 1 only features that lie in the chip as a whole. A classified raster takes no notice of it.</source>
            <translation>Kleinster Anteil an der Fläche eines Objekts, von 0 bis 1, den ein Chip zeigen muss; ein kleinerer Teil ist kein Label dieses Chips, in Rahmen, Masken und Klassenbildern gleichermaßen. 0 behält jeden Teil, 1 nur Objekte, die ganz im Chip liegen. Für ein klassifiziertes Raster gilt das nicht.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Minimum object size</source>
            <translation>Kleinste Objektgröße</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Least length in pixels of the shorter side of the box that an object has in a chip; smaller objects are no labels, in boxes, masks and class maps alike. Of a classified raster the objects are the regions of one class that a chip shows.</source>
            <translation>Kleinste Länge, in Pixeln, der kürzeren Seite des Rahmens, den ein Objekt in einem Chip hat; kleinere Objekte sind keine Labels, in Rahmen, Masken und Klassenbildern gleichermaßen. Bei einem klassifizierten Raster sind die Objekte die Flächen einer Klasse, die ein Chip zeigt.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Instance data</source>
            <translation>Instanzdaten</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>For Panoptic_Segmentation: the objects that are told apart one by one, polygons or a classified raster in any coordinate reference system, beside the input class data, which say of each pixel what it is.</source>
            <translation>Für Panoptic_Segmentation: die Objekte, die einzeln unterschieden werden, Polygone oder ein klassifiziertes Raster in beliebigem Koordinatenreferenzsystem, neben den Klassendaten, die von jedem Pixel sagen, was es ist.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Instance class value field</source>
            <translation>Feld des Klassenwerts der Instanzen</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>The field that tells classes of the instance data apart, as the class value field does for the class data; class 0 is not taken.</source>
            <translation>Das Feld, das die Klassen der Instanzdaten unterscheidet, wie das Feld des Klassenwerts es für die Klassendaten tut; Klasse 0 wird nicht angenommen.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Selected features only</source>
            <translation>Nur gewählte Objekte</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Only features that are selected in the layer of the class data become labels; classes are those of these features. Off: all features, selected or not.</source>
            <translation>Nur Objekte, die im Layer der Klassendaten gewählt sind, werden Labels; die Klassen sind die dieser Objekte. Aus: alle Objekte, gewählt oder nicht.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Validation percent</source>
            <translation>Anteil der Validierung in Prozent</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Share of the chips with labels that goes into the folder valid. The map is cut into blocks, each of which is train, valid or test as a whole, so that no ground is in two of them; chips on a border between two are not written. Blocks are chosen so that each class is shared out alike. 0 for this and the test: no split.</source>
            <translation>Anteil der Chips mit Labels, der in den Ordner valid kommt. Die Karte wird in Blöcke geteilt, von denen jeder als Ganzes train, valid oder test ist, sodass kein Boden in zweien davon liegt; Chips auf einer Grenze zwischen zweien werden nicht geschrieben. Die Blöcke werden so gewählt, dass jede Klasse gleich verteilt ist. 0 hier und für den Test: keine Aufteilung.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Test percent</source>
            <translation>Anteil des Tests in Prozent</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Share of the chips with labels that goes into the folder test, likewise.</source>
            <translation>Anteil der Chips mit Labels, der in den Ordner test kommt, ebenso.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split block size</source>
            <translation>Blockgröße der Aufteilung</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Side of a block in map units of the raster, at least a tile. Not set: 8 tiles. Small blocks share out rare classes more evenly, large ones cost fewer chips on borders and lie further apart. An export that is added to a folder keeps the blocks that are there.</source>
            <translation>Seite eines Blocks in Karteneinheiten des Rasters, mindestens eine Kachel. Nicht gesetzt: 8 Kacheln. Kleine Blöcke verteilen seltene Klassen gleichmäßiger, große kosten weniger Chips auf Grenzen und liegen weiter auseinander. Ein Export, der zu einem Ordner hinzukommt, behält die Blöcke, die dort sind.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split seed</source>
            <translation>Startwert der Aufteilung</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Another number gives another split.</source>
            <translation>Eine andere Zahl gibt eine andere Aufteilung.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split polygons</source>
            <translation>Polygone der Aufteilung</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Polygons in place of shares and blocks, in any coordinate reference system; their text field split says train, valid or test. A chip is written where its whole tile lies in polygons of one split and in none of another.</source>
            <translation>Polygone anstelle von Anteilen und Blöcken, in jedem Koordinatenbezugssystem; ihr Textfeld split sagt train, valid oder test. Ein Chip wird geschrieben, wo seine ganze Kachel in Polygonen eines Teils liegt und in keinem eines anderen.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Input raster</source>
            <translation>Eingaberaster</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The imagery: a raster file, a virtual mosaic, or a layer of a web service (XYZ, WMS, WMTS, WCS, ArcGIS image or map service). Chips keep its pixels, bands, pixel type and nodata value; nothing is resampled unless a cell size is set. Services that draw pictures give red, green and blue; their transparent pixels are 0 and masked out.</source>
            <translation>Die Bilddaten: eine Rasterdatei, ein virtuelles Mosaik oder ein Layer eines Webdienstes (XYZ, WMS, WMTS, WCS, ArcGIS-Bild- oder Kartendienst). Die Chips behalten seine Pixel, Bänder, den Pixeltyp und den NoData-Wert; ohne Angabe einer Zellengröße wird nichts umgerechnet. Dienste, die Bilder zeichnen, liefern Rot, Grün und Blau; ihre durchsichtigen Pixel sind 0 und ausmaskiert.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Output folder</source>
            <translation>Ausgabeordner</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Gets the folders images and labels and the files that describe them. It is created if it does not exist; nothing in it is overwritten. Choose one that stays, such as training_data in your home folder: a temporary folder goes when QGIS closes.</source>
            <translation>Erhält die Ordner images und labels und die Dateien, die sie beschreiben. Er wird angelegt, wenn es ihn nicht gibt; nichts darin wird überschrieben. Wählen Sie einen, der bleibt, etwa training_data in Ihrem persönlichen Ordner: Ein vorübergehender Ordner verschwindet, wenn QGIS beendet wird.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Input class data</source>
            <translation>Klassendaten</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The labels, in any coordinate reference system: polygons, points or lines (with a buffer radius), or a classified raster, whose pixels are class values; 0 and nodata mean no class. Export_Tiles and CycleGAN have no labels and need none.</source>
            <translation>Die Labels, in beliebigem Koordinatenreferenzsystem: Polygone, Punkte oder Linien (mit Pufferradius) oder ein klassifiziertes Raster, dessen Pixel Klassenwerte sind; 0 und NoData bedeuten keine Klasse. Export_Tiles und CycleGAN haben keine Labels und brauchen keine.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Image chip format</source>
            <translation>Format der Bildchips</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>TIFF (any pixels), PNG (8 or 16 bit, up to 4 bands), JPEG (8 bit, 1 or 3 bands) or MRF (any pixels).</source>
            <translation>TIFF (beliebige Pixel), PNG (8 oder 16 Bit, bis zu 4 Bänder), JPEG (8 Bit, 1 oder 3 Bänder) oder MRF (beliebige Pixel).</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Tile size X</source>
            <translation>Kachelgröße X</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Width of a chip in pixels.</source>
            <translation>Breite eines Chips in Pixeln.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Tile size Y</source>
            <translation>Kachelgröße Y</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Height of a chip in pixels.</source>
            <translation>Höhe eines Chips in Pixeln.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Stride X</source>
            <translation>Schrittweite X</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Step to the next chip on the right in pixels. The tile size gives chips side by side, half of it an overlap of 50 %.</source>
            <translation>Schritt zum nächsten Chip nach rechts in Pixeln. Die Kachelgröße legt Chips nebeneinander, die Hälfte davon ergibt 50 % Überlappung.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Stride Y</source>
            <translation>Schrittweite Y</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Step to the next chip below in pixels.</source>
            <translation>Schritt zum nächsten Chip nach unten in Pixeln.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Output no feature tiles</source>
            <translation>Chips ohne Objekte</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>ALL_TILES writes every chip, ONLY_TILES_WITH_FEATURES only those that show a label. Chips without any valid pixel are never written.</source>
            <translation>ALL_TILES schreibt jeden Chip, ONLY_TILES_WITH_FEATURES nur solche, die ein Label zeigen. Chips ohne ein gültiges Pixel werden nie geschrieben.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Metadata format</source>
            <translation>Metadatenformat</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>How labels are written: KITTI_rectangles (text) or PASCAL_VOC_rectangles (XML), the box of each label's part in the chip; Classified_Tiles, an image of class values; RCNN_Masks, an image of numbered objects per class; COCO, boxes and outlines of all chips in one JSON file; YOLO_detect, YOLO_segment and YOLO_obb, text with a box, an outline or a rotated rectangle for each label, and data.yaml; DOTA, text with rotated rectangles; Labeled_Tiles, one chip for each feature, and XML with its class and box; MultiLabeled_Tiles, XML with the names of the classes that a chip shows; Imagenet, one chip for each feature, in the folder of its class; Export_Tiles, chips alone, without labels; CycleGAN, the same of two rasters, in folders A and B; Panoptic_Segmentation, an image of class values, and one of numbered objects for each class of the instance data. COCO, YOLO and DOTA take chips of 8 bit with 1, 3 or 4 bands.</source>
            <translation>Wie Labels geschrieben werden: KITTI_rectangles (Text) oder PASCAL_VOC_rectangles (XML), das Rechteck des Teils jedes Labels im Chip; Classified_Tiles, ein Bild der Klassenwerte; RCNN_Masks, ein Bild nummerierter Objekte je Klasse; COCO, Rechtecke und Umrisse aller Chips in einer JSON-Datei; YOLO_detect, YOLO_segment und YOLO_obb, Text mit einem Rechteck, einem Umriss oder einem gedrehten Rechteck für jedes Label, und data.yaml; DOTA, Text mit gedrehten Rechtecken; Labeled_Tiles, ein Chip für jedes Objekt und XML mit seiner Klasse und seinem Rechteck; MultiLabeled_Tiles, XML mit den Namen der Klassen, die ein Chip zeigt; Imagenet, ein Chip für jedes Objekt im Ordner seiner Klasse; Export_Tiles, Chips allein, ohne Labels; CycleGAN, dasselbe von zwei Rastern, in den Ordnern A und B; Panoptic_Segmentation, ein Bild der Klassenwerte und eines nummerierter Objekte für jede Klasse der Instanzdaten. COCO, YOLO und DOTA nehmen Chips mit 8 Bit und 1, 3 oder 4 Bändern.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Start index</source>
            <translation>Startnummer</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Number of the first chip; file names count up from it. -1 appends: it stands for the number after the last chip in the output folder, 0 in a new one, so that one batch can put several rasters into one folder.</source>
            <translation>Nummer des ersten Chips; die Dateinamen zählen von dort weiter. -1 hängt an: Es steht für die Nummer nach dem letzten Chip im Ausgabeordner, in einem neuen für 0, sodass ein Stapel mehrere Raster in einen Ordner bringen kann.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Class value field</source>
            <translation>Feld des Klassenwerts</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The field that tells classes apart: whole numbers from 0, or text, which is numbered from 1 by sorted name. Not set: a field named classvalue or value; if there is none, all labels are one class.</source>
            <translation>Das Feld, das Klassen unterscheidet: ganze Zahlen ab 0 oder Text, der in der Reihenfolge der Namen ab 1 nummeriert wird. Ohne Angabe: ein Feld namens classvalue oder value; gibt es keines, gehören alle Labels zu einer Klasse.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Buffer radius</source>
            <translation>Pufferradius</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Radius of the area around each feature, in units of the class data's layer. Points and lines need one; polygons grow by it.</source>
            <translation>Radius der Fläche um jedes Objekt, in Einheiten des Layers der Klassendaten. Punkte und Linien brauchen einen; Polygone wachsen um ihn.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not what this parameter takes.</source>
            <translation>{name}: {value} ist nicht, was dieser Parameter annimmt.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a whole number from {minimum} to {maximum}.</source>
            <translation>{name}: {value} ist keine ganze Zahl von {minimum} bis {maximum}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a number from {minimum} to {maximum}.</source>
            <translation>{name}: {value} ist keine Zahl von {minimum} bis {maximum}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is neither true nor false.</source>
            <translation>{name}: {value} ist weder true noch false.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not one of {choices}.</source>
            <translation>{name}: {value} ist keines von {choices}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a length above 0.</source>
            <translation>{name}: {value} ist keine Länge über 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Rotation angle</source>
            <translation>Drehwinkel</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Each chip is written once more at every multiple of this angle below 360 degrees, turned clockwise about its centre: 45 gives 8 chips for one. Each pixel is the nearest of the raster; labels are turned as polygons before they are cut to the chip. 0: chips are not turned.</source>
            <translation>Jeder Chip wird bei jedem Vielfachen dieses Winkels unter 360 Grad noch einmal geschrieben, im Uhrzeigersinn um seine Mitte gedreht: 45 ergibt 8 Chips für einen. Jedes Pixel ist das nächste des Rasters; Labels werden als Polygone gedreht, bevor sie auf den Chip zugeschnitten werden. 0: Chips werden nicht gedreht.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Reference system</source>
            <translation>Bezugssystem</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>MAP_SPACE: chips lie on the map, and the raster has to be north up. PIXEL_SPACE: the raster is cut in its own rows and columns, however it is placed: rotated, by ground control points or by a camera model (RPC). Labels are brought there by the raster's own transformation; chips have no coordinate reference system, their world files count pixels, and lengths in map units of the raster are in pixels. Cell size and extent cannot be set.</source>
            <translation>MAP_SPACE: Chips liegen auf der Karte, und das Raster muss nach Norden ausgerichtet sein. PIXEL_SPACE: Das Raster wird in seinen eigenen Zeilen und Spalten geschnitten, wie es auch verortet ist: gedreht, durch Passpunkte oder ein Kameramodell (RPC). Label bringt die Transformation des Rasters dorthin; Chips haben kein Koordinatenbezugssystem, ihre World-Dateien zählen Pixel, und Längen in Karteneinheiten des Rasters sind in Pixeln. Zellgröße und Ausdehnung können nicht gesetzt werden.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Processing mode</source>
            <translation>Verarbeitungsmodus</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>What a mosaic of files (a virtual raster or a tile index) is. PROCESS_AS_MOSAICKED_IMAGE: one raster. PROCESS_ITEMS_SEPARATELY: each of its files is a raster of its own, with its own grid, coordinate reference system and cell size; numbers, classes and statistics go on from file to file.</source>
            <translation>Was ein Mosaik aus Dateien (ein virtuelles Raster oder ein Kachelindex) ist. PROCESS_AS_MOSAICKED_IMAGE: ein Raster. PROCESS_ITEMS_SEPARATELY: jede seiner Dateien ist ein eigenes Raster mit eigenem Gitter, Koordinatenbezugssystem und eigener Zellgröße; Nummern, Klassen und Statistiken gehen von Datei zu Datei weiter.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Crop mode</source>
            <translation>Zuschnitt</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>How large the chips of Labeled_Tiles and Imagenet are, which have one chip for each feature. FIXED_SIZE: of the tile size, centred on the feature, and moved inside the raster where it is large enough. BOUNDING_BOX: the feature's envelope in whole pixels. Other formats take no notice of it.</source>
            <translation>Wie groß die Chips von Labeled_Tiles und Imagenet sind, die einen Chip für jedes Objekt haben. FIXED_SIZE: in Kachelgröße, auf das Objekt zentriert, und in das Raster geschoben, wo es groß genug ist. BOUNDING_BOX: das umschließende Rechteck des Objekts in ganzen Pixeln. Andere Formate beachten es nicht.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Blacken around feature</source>
            <translation>Um das Objekt schwärzen</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>For Labeled_Tiles and Imagenet: pixels whose centre lies outside the chip's feature hold the nodata value, or 0, and count in no statistic. Other formats take no notice of it.</source>
            <translation>Für Labeled_Tiles und Imagenet: Pixel, deren Mitte außerhalb des Objekts des Chips liegt, haben den NoData-Wert oder 0 und zählen in keiner Statistik. Andere Formate beachten es nicht.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: band {band} is given twice; give each band once.</source>
            <translation>{name}: Band {band} ist zweimal angegeben; geben Sie jedes Band einmal an.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is not a list of band numbers; give numbers such as 3;2;1.</source>
            <translation>{name}: {value} ist keine Liste von Bandnummern; geben Sie Nummern wie 3;2;1 an.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is no range; the first value has to be less than the second.</source>
            <translation>{name}: {value} ist kein Bereich; der erste Wert muss kleiner sein als der zweite.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is not a list of ranges; give least and greatest value as in 0,3000;10,2500.</source>
            <translation>{name}: {value} ist keine Liste von Bereichen; geben Sie kleinsten und größten Wert an wie in 0,3000;10,2500.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Bands</source>
            <translation>Bänder</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>The raster's bands that chips have, in the order given. Not set: all of them. A raster's alpha band that is not among them is left out, but still tells which pixels are transparent: they hold the nodata value, or 0, and count in no statistic.</source>
            <translation>Die Bänder des Rasters, die Chips haben, in der angegebenen Reihenfolge. Nicht gesetzt: alle. Ein Alphaband des Rasters, das nicht dabei ist, fehlt in den Chips, sagt aber weiterhin, welche Pixel durchsichtig sind: Sie haben den Nodata-Wert oder 0 und zählen in keiner Statistik.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Stretch</source>
            <translation>Streckung</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Makes chips of 8 bit, with one stretch for each band in the whole export: from the least to the greatest value (MINIMUM_MAXIMUM), between 2 % and 98 % of the values (CUMULATIVE_CUT), or two standard deviations around the mean (STANDARD_DEVIATION). Values become 1 to 255, nodata 0. All pixels of the area are looked at, of a very large one a sample. An export that is added to a folder takes the numbers of the first one. An alpha band is not stretched.</source>
            <translation>Macht Chips mit 8 Bit, mit einer Streckung je Band für den ganzen Export: vom kleinsten bis zum größten Wert (MINIMUM_MAXIMUM), zwischen 2 % und 98 % der Werte (CUMULATIVE_CUT) oder zwei Standardabweichungen um den Mittelwert (STANDARD_DEVIATION). Werte werden 1 bis 255, Nodata 0. Alle Pixel des Gebiets werden betrachtet, von einem sehr großen eine Stichprobe. Ein Export, der zu einem Ordner hinzukommt, nimmt die Zahlen des ersten. Ein Alphaband wird nicht gestreckt.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Stretch range</source>
            <translation>Bereich der Streckung</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>The numbers of the stretch in place of those that STRETCH finds, as min,max;min,max: the values that become 1 and 255, one pair for all bands or one for each. The log of an export states its numbers like this, for a second scene.</source>
            <translation>Die Zahlen der Streckung anstelle derer, die STRETCH findet, als min,max;min,max: die Werte, die 1 und 255 werden, ein Paar für alle Bänder oder eines für jedes. Das Protokoll eines Exports nennt seine Zahlen so, für eine zweite Szene.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Second raster</source>
            <translation>Zweites Raster</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>A second image for each chip of Classified_Tiles, Export_Tiles and CycleGAN, such as the same place at another time: the nearest pixel of this raster under the centre of each of the chip's, with its own bands and pixel type, in the folder images2 (CycleGAN: B). Any cell size and coordinate reference system; BANDS and STRETCH are of the input raster alone. CycleGAN cuts rasters that lie apart each on its own pixels. Not set: none.</source>
            <translation>Ein zweites Bild für jeden Chip von Classified_Tiles, Export_Tiles und CycleGAN, etwa derselbe Ort zu anderer Zeit: das nächste Pixel dieses Rasters unter der Mitte jedes Pixels des Chips, mit eigenen Bändern und eigenem Pixeltyp, im Ordner images2 (CycleGAN: B). Beliebige Zellgröße und beliebiges Koordinatenreferenzsystem; BANDS und STRETCH gelten nur für das Eingaberaster. CycleGAN schneidet Raster, die nicht übereinander liegen, jeweils auf ihren eigenen Pixeln. Nicht gesetzt: keines.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>TIFF compression</source>
            <translation>TIFF-Kompression</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>How TIFF chips are compressed, without loss: NONE (training reads them fastest), LZW, DEFLATE (small and quick to write) or ZSTD (quickest, where GDAL has it; OpenCV does not open it). Other formats take no notice of it.</source>
            <translation>Wie TIFF-Chips verlustfrei komprimiert werden: NONE (beim Training am schnellsten gelesen), LZW, DEFLATE (klein und schnell geschrieben) oder ZSTD (am schnellsten, wo GDAL es hat; OpenCV öffnet es nicht). Andere Formate beachten das nicht.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Label raster format</source>
            <translation>Format der Label-Raster</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>What label rasters are, of Classified_Tiles and RCNN_Masks: TIFF, or PNG for programs that read no TIFF, such as TensorFlow. PNG has the colours of the classes, and holds values up to 65535.</source>
            <translation>Was die Label-Raster von Classified_Tiles und RCNN_Masks sind: TIFF, oder PNG für Programme, die kein TIFF lesen, wie TensorFlow. PNG hat die Farben der Klassen und fasst Werte bis 65535.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not a number; give a distance in units of the labels' layer.</source>
            <translation>{name}: {value} ist keine Zahl; geben Sie eine Entfernung in Einheiten des Label-Layers an.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not the name of one field.</source>
            <translation>{name}: {value} ist nicht der Name eines Feldes.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not a path; give one as text.</source>
            <translation>{name}: {value} ist kein Pfad; geben Sie einen als Text an.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>HTML files (*.html)</source>
            <translation>HTML-Dateien (*.html)</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Workers</source>
            <translation>Prozesse</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Processes that make chips beside each other, without QGIS, where the work is long enough to pay for their start. The files are the same for any number. 1: this process alone. Not set: as many as Processing's setting of threads says.</source>
            <translation>Prozesse, die nebeneinander Chips herstellen, ohne QGIS, sofern die Arbeit lang genug ist, um ihren Start zu lohnen. Die Dateien sind bei jeder Anzahl dieselben. 1: nur dieser Prozess. Nicht gesetzt: so viele, wie die Thread-Einstellung der Verarbeitung sagt.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Dask scheduler</source>
            <translation>Dask-Scheduler</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Address of a Dask scheduler whose workers make the chips in place of processes on this machine; they must see imagery and output folder under the same paths, and have this plugin's package. Workers is then the most that are used. Not set: this machine.</source>
            <translation>Adresse eines Dask-Schedulers, dessen Worker die Chips herstellen, anstelle von Prozessen auf diesem Rechner; sie müssen Bilddaten und Ausgabeordner unter denselben Pfaden sehen und das Paket dieses Plugins haben. Prozesse ist dann die Höchstzahl. Nicht gesetzt: dieser Rechner.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>{name}: {value} is no address of a Dask scheduler, such as tcp://host:8786.</source>
            <translation>{name}: {value} ist keine Adresse eines Dask-Schedulers wie tcp://host:8786.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Image chips written.</source>
            <translation>Geschriebene Bildchips.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Features</source>
            <translation>Objekte</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Labels written, one per feature and chip.</source>
            <translation>Geschriebene Labels, eines je Objekt und Chip.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Classes of the class data.</source>
            <translation>Klassen der Klassendaten.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Empty chips</source>
            <translation>Leere Chips</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Image chips written that show no label.</source>
            <translation>Geschriebene Bildchips, die kein Label zeigen.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>Reading the polygons of the mask</source>
            <translation>Die Polygone der Maske werden gelesen</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>IN_MASK_POLYGONS: the polygons of {name} meet no chip; check that layer and EXTENT.</source>
            <translation>IN_MASK_POLYGONS: Die Polygone von {name} treffen keinen Chip; prüfen Sie diesen Layer und EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>IN_MASK_POLYGONS: no chip lies within the polygons of {name} with its whole tile; draw them larger, make TILE_SIZE_X and TILE_SIZE_Y smaller, or set MASK_MODE to BLACKEN_OUTSIDE.</source>
            <translation>IN_MASK_POLYGONS: Kein Chip liegt mit seiner ganzen Kachel in den Polygonen von {name}; zeichnen Sie diese größer, verkleinern Sie TILE_SIZE_X und TILE_SIZE_Y oder setzen Sie MASK_MODE auf BLACKEN_OUTSIDE.</translation>
        </message>
        <message>
            <location filename="../algorithms/preparation.py"/>
            <source>Opening the class data {name}</source>
            <translation>Öffnen der Klassendaten {name}</translation>
        </message>
        <message>
            <location filename="../algorithms/preparation.py"/>
            <source>Looking at the data</source>
            <translation>Ansehen der Daten</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} has points or lines; give polygons or a classified raster.</source>
            <translation>IN_CLASS_DATA: {name} hat Punkte oder Linien; geben Sie Polygone oder ein klassifiziertes Raster an.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} is neither a vector nor a raster layer.</source>
            <translation>IN_CLASS_DATA: {name} ist weder ein Vektor- noch ein Rasterlayer.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {radius} is not a distance from 0.</source>
            <translation>BUFFER_RADIUS: {radius} ist keine Entfernung ab 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {name} is a raster, which has no radius; set it to 0.</source>
            <translation>BUFFER_RADIUS: {name} ist ein Raster, das keinen Radius hat; setzen Sie ihn auf 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {name} has points or lines, which need a radius above 0 in units of that layer.</source>
            <translation>BUFFER_RADIUS: {name} enthält Punkte oder Linien, die einen Radius über 0 in Einheiten dieses Layers brauchen.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} is the points or lines of a file that mixes types of geometry; choose its polygons with {source}, or set BUFFER_RADIUS above 0.</source>
            <translation>IN_CLASS_DATA: {name} sind die Punkte oder Linien einer Datei, die Geometrietypen mischt; wählen Sie ihre Polygone mit {source}, oder setzen Sie BUFFER_RADIUS über 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {layer} is a raster and has no field {name}; leave it empty.</source>
            <translation>CLASS_VALUE_FIELD: {layer} ist ein Raster und hat kein Feld {name}; lassen Sie es leer.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {layer} has no field {name}; its fields are {fields}.</source>
            <translation>CLASS_VALUE_FIELD: {layer} hat kein Feld {name}; seine Felder sind {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {name} is a field of type {type}, which holds no classes; fields of {layer} that can are {fields}.</source>
            <translation>CLASS_VALUE_FIELD: {name} ist ein Feld vom Typ {type}, das keine Klassen enthält; Felder von {layer}, die das können, sind {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: QGIS takes the name {name} for a list of fields, since it has a semicolon; rename that field.</source>
            <translation>CLASS_VALUE_FIELD: QGIS hält den Namen {name} für eine Liste von Feldern, da er ein Semikolon enthält; benennen Sie das Feld um.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/unlabelled.py"/>
            <source>OUTPUT_NOFEATURE_TILES: {format} writes no labels, so no chip would show one; choose ALL_TILES.</source>
            <translation>OUTPUT_NOFEATURE_TILES: {format} schreibt keine Labels, also würde kein Chip eines zeigen; wählen Sie ALL_TILES.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/unlabelled.py"/>
            <source>{format} writes no labels and takes no notice of it.</source>
            <translation>{format} schreibt keine Labels und beachtet es nicht.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Measuring the pixels</source>
            <translation>Messen der Pixel</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Opening the journal</source>
            <translation>Öffnen des Journals</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Taking up the journal</source>
            <translation>Wiederaufnehmen des Journals</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>An earlier run was interrupted; going on at chip {done} of {total}.</source>
            <translation>Ein früherer Lauf wurde unterbrochen; weiter bei Chip {done} von {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>OUT_FOLDER: another export has written to {path} meanwhile; start again.</source>
            <translation>OUT_FOLDER: Ein anderer Export hat inzwischen nach {path} geschrieben; starten Sie erneut.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Looking for features without geometry</source>
            <translation>Suchen nach Objekten ohne Geometrie</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Checking the chips in {path}</source>
            <translation>Prüfen der Chips in {path}</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Writing the dataset files</source>
            <translation>Schreiben der Datensatzdateien</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Classes without a label in any chip: {classes}.</source>
            <translation>Klassen ohne Label in irgendeinem Chip: {classes}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label: MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE left out {count}; lower these.</source>
            <translation>Kein Chip zeigt ein Label: MIN_POLYGON_OVERLAP_RATIO und MIN_OBJECT_SIZE haben {count} weggelassen; verkleinern Sie diese.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label: those that lie in chips are too small to show ({count}); a smaller CELL_SIZE or a BUFFER_RADIUS helps.</source>
            <translation>Kein Chip zeigt ein Label: Die in den Chips liegen, sind zu klein, um sichtbar zu sein ({count}); eine kleinere CELL_SIZE oder ein BUFFER_RADIUS hilft.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label; features that lie outside the chips: {count} of {total}.</source>
            <translation>Kein Chip zeigt ein Label; Objekte, die außerhalb der Chips liegen: {count} von {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>The export is in a temporary folder, which goes when QGIS closes; copy {path} to keep it.</source>
            <translation>Der Export liegt in einem vorübergehenden Ordner, der verschwindet, wenn QGIS beendet wird; kopieren Sie {path}, um ihn zu behalten.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Cancelled; the chips written so far remain in {path}, without dataset files. The same call goes on behind them; to begin anew, delete the folder first.</source>
            <translation>Abgebrochen; die bisher geschriebenen Chips bleiben in {path}, ohne Dateien des Datensatzes. Derselbe Aufruf macht hinter ihnen weiter; um neu zu beginnen, löschen Sie zuerst den Ordner.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} ({columns} across, {rows} down, at {angles} angles), {width} x {height} pixels each.</source>
            <translation>Geplante Chips: {total} ({columns} nebeneinander, {rows} untereinander, in {angles} Winkeln), je {width} x {height} Pixel.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} (around {features} features, at {angles} angles), {width} x {height} pixels each.</source>
            <translation>Geplante Chips: {total} (um {features} Objekte, in {angles} Winkeln), je {width} x {height} Pixel.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} (around {features} features, at {angles} angles), as large as the features' envelopes.</source>
            <translation>Geplante Chips: {total} (um {features} Objekte, in {angles} Winkeln), so groß wie die umschließenden Rechtecke der Objekte.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} ({columns} across, {rows} down), {width} x {height} pixels each.</source>
            <translation>Geplante Chips: {total} ({columns} nebeneinander, {rows} untereinander), je {width} x {height} Pixel.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Raster: {name}. Pixels to export: {width} x {height}; bands: {bands}; type: {type}; cell size: {cell}; CRS: {crs}.</source>
            <translation>Raster: {name}. Zu exportierende Pixel: {width} x {height}; Bänder: {bands}; Typ: {type}; Zellgröße: {cell}; KBS: {crs}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Second raster: {name}. Bands: {bands}; type: {type}; cell size: {cell}; CRS: {crs}; of its pixels the nearest are taken.</source>
            <translation>Zweites Raster: {name}. Bänder: {bands}; Typ: {type}; Zellgröße: {cell}; KBS: {crs}; von seinen Pixeln werden die nächsten genommen.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns of the raster; class pixels lie on its own.</source>
            <translation>Chips werden in Zeilen und Spalten des Rasters geschnitten; Klassenpixel liegen auf seinen.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the geotransform brings labels there.</source>
            <translation>Chips werden in Zeilen und Spalten geschnitten; die Geotransformation bringt Label dorthin.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the control points bring labels there.</source>
            <translation>Chips werden in Zeilen und Spalten geschnitten; die Passpunkte bringen Label dorthin.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the camera model (RPC) brings labels there.</source>
            <translation>Chips werden in Zeilen und Spalten geschnitten; das Kameramodell (RPC) bringt Label dorthin.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns of the raster, which nothing places on the map.</source>
            <translation>Chips werden in Zeilen und Spalten des Rasters geschnitten, das nichts auf der Karte verortet.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}, a class raster. Pixels: {width} x {height}; CRS: {crs}, as the raster's.</source>
            <translation>Labels: {name}, ein Klassenraster. Pixel: {width} x {height}; KBS: {crs}, wie das des Rasters.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}, a class raster. Pixels: {width} x {height}; CRS: {crs}, transformed to the raster's.</source>
            <translation>Labels: {name}, ein Klassenraster. Pixel: {width} x {height}; KBS: {crs}, in das des Rasters transformiert.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}. Features: {count} ({kind}); CRS: {crs}, as the raster's.</source>
            <translation>Labels: {name}. Objekte: {count} ({kind}); KBS: {crs}, wie das des Rasters.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}. Features: {count} ({kind}); CRS: {crs}, transformed to the raster's.</source>
            <translation>Labels: {name}. Objekte: {count} ({kind}); KBS: {crs}, in das des Rasters transformiert.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a label or without a valid pixel will be left out.</source>
            <translation>Chips ohne Label oder ohne gültiges Pixel werden ausgelassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a valid pixel will be left out.</source>
            <translation>Chips ohne gültiges Pixel werden ausgelassen.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a valid pixel will be left out; those without labels are written.</source>
            <translation>Chips ohne gültiges Pixel werden ausgelassen; die ohne Labels werden geschrieben.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips without labels: {kept} of {empty} are written, for {labelled} with labels (EMPTY_CHIPS_PERCENT is {percent}).</source>
            <translation>Chips ohne Labels: {kept} von {empty} werden geschrieben, zu {labelled} mit Labels (EMPTY_CHIPS_PERCENT ist {percent}).</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips with labels: {labelled}; without: {empty}.</source>
            <translation>Chips mit Labels: {labelled}; ohne: {empty}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Features with labels in two splits, since a border between blocks cuts them: {count}.</source>
            <translation>Objekte mit Labels in zwei Teilen, weil eine Grenze zwischen Blöcken sie schneidet: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Split: chips are {train} % for training, {valid} % for validation, {test} % for the test; {border} of them lie on borders between splits and are not written.</source>
            <translation>Aufteilung: Chips sind zu {train} % für das Training, zu {valid} % für die Validierung, zu {test} % für den Test; {border} von ihnen liegen auf Grenzen zwischen Teilen und werden nicht geschrieben.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Split: chips with labels are {train} % for training, {valid} % for validation, {test} % for the test; {border} of them lie on borders between splits and are not written.</source>
            <translation>Aufteilung: Chips mit Labels sind zu {train} % für das Training, zu {valid} % für die Validierung, zu {test} % für den Test; {border} von ihnen liegen auf Grenzen zwischen Teilen und werden nicht geschrieben.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Class {value} ({name}): {train} labels in train, {valid} in valid, {test} in test.</source>
            <translation>Klasse {value} ({name}): {train} Labels in train, {valid} in valid, {test} in test.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Class {value} ({name}): {train} labelled pixels in train, {valid} in valid, {test} in test.</source>
            <translation>Klasse {value} ({name}): {train} Pixel mit Label in train, {valid} in valid, {test} in test.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>More classes: {count}.</source>
            <translation>Weitere Klassen: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips in {split}: {chips}, {empty} of them without labels. Labels: {objects}.</source>
            <translation>Chips in {split}: {chips}, davon {empty} ohne Labels. Labels: {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} has no label of classes that others have: {classes}.</source>
            <translation>{split} hat kein Label von Klassen, die andere haben: {classes}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>METADATA_FORMAT: none of the {count} chips in {split} shows a label, and readers of {format} need one in each set; set OUTPUT_NOFEATURE_TILES to ONLY_TILES_WITH_FEATURES.</source>
            <translation>METADATA_FORMAT: keiner der {count} Chips in {split} zeigt ein Label, und Leser von {format} brauchen eines in jedem Datensatz; setzen Sie OUTPUT_NOFEATURE_TILES auf ONLY_TILES_WITH_FEATURES.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>SPLIT_BLOCK_SIZE: only {count} blocks of {size} map units hold labels, too few to share out each class alike; smaller blocks or a larger area give more.</source>
            <translation>SPLIT_BLOCK_SIZE: nur {count} Blöcke von {size} Karteneinheiten enthalten Labels, zu wenige, um jede Klasse gleich zu verteilen; kleinere Blöcke oder ein größeres Gebiet geben mehr.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>SPLIT_BLOCK_SIZE: there are only {count} blocks of {size} map units, too few to share out all kinds of ground alike; smaller blocks or a larger area give more.</source>
            <translation>SPLIT_BLOCK_SIZE: es gibt nur {count} Blöcke von {size} Karteneinheiten, zu wenige, um alle Arten von Gelände gleich zu verteilen; kleinere Blöcke oder ein größeres Gebiet geben mehr.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} has no label of these classes: {classes}. Their labels lie in too few blocks; a smaller SPLIT_BLOCK_SIZE or another SPLIT_SEED may share them out.</source>
            <translation>{split} hat kein Label dieser Klassen: {classes}. Ihre Labels liegen in zu wenigen Blöcken; eine kleinere SPLIT_BLOCK_SIZE oder ein anderer SPLIT_SEED verteilt sie vielleicht.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} gets {share} % of the chips with labels, not {percent} %; a smaller SPLIT_BLOCK_SIZE comes nearer.</source>
            <translation>{split} bekommt {share} % der Chips mit Labels, nicht {percent} %; eine kleinere SPLIT_BLOCK_SIZE kommt näher heran.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} gets {share} % of the chips, not {percent} %; a smaller SPLIT_BLOCK_SIZE comes nearer.</source>
            <translation>{split} bekommt {share} % der Chips, nicht {percent} %; eine kleinere SPLIT_BLOCK_SIZE kommt näher heran.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/polygons.py"/>
            <source>Reading the polygons of the split</source>
            <translation>Polygone der Aufteilung werden gelesen</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/polygons.py"/>
            <source>SPLIT_POLYGONS: the field split of feature {fid} of {name} holds {value}, not train, valid or test; correct it.</source>
            <translation>SPLIT_POLYGONS: das Feld split von Objekt {fid} von {name} enthält {value}, nicht train, valid oder test; berichtigen Sie es.</translation>
        </message>
        <message>
            <location filename="../algorithms/unforeseen.py"/>
            <source>QGIS's message log, under {tag}</source>
            <translation>im Protokoll von QGIS unter {tag}</translation>
        </message>
        <message>
            <location filename="../chipping/classes.py"/>
            <source>IN_CLASS_DATA: class {value} is named {name}, but {earlier} in the export that OUT_FOLDER holds; number the classes by a field of whole numbers.</source>
            <translation>IN_CLASS_DATA: Klasse {value} heißt {name}, im Export in OUT_FOLDER aber {earlier}; nummerieren Sie die Klassen in einem Feld ganzer Zahlen.</translation>
        </message>
        <message>
            <location filename="../chipping/pixel_types.py"/>
            <source>{name} has bands of different types ({types}); choose bands of one type (BANDS, for the input raster), or convert them to one (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{name} hat Bänder verschiedener Typen ({types}); wählen Sie Bänder eines Typs (BANDS, für das Eingaberaster), oder wandeln Sie sie in einen um (Raster &gt; Konvertierung &gt; Übersetzen).</translation>
        </message>
        <message>
            <location filename="../chipping/pixel_types.py"/>
            <source>{name} has bands of type {type}; convert them to whole or real numbers first, such as Int16 or Float32 (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{name} hat Bänder vom Typ {type}; wandeln Sie sie zuerst in ganze oder reelle Zahlen um, etwa Int16 oder Float32 (Raster &gt; Konvertierung &gt; Umrechnen).</translation>
        </message>
        <message>
            <location filename="../chipping/steps.py"/>
            <source>{step}: there is not enough memory; make TILE_SIZE_X and TILE_SIZE_Y smaller, or close other programs (details: {place}).</source>
            <translation>{step}: der Speicher reicht nicht; machen Sie TILE_SIZE_X und TILE_SIZE_Y kleiner, oder schließen Sie andere Programme (Einzelheiten: {place}).</translation>
        </message>
        <message>
            <location filename="../chipping/steps.py"/>
            <source>{step}: an error that was not foreseen ({reason}); please report it, with the details in {place}.</source>
            <translation>{step}: ein unvorhergesehener Fehler ({reason}); bitte melden Sie ihn mit den Einzelheiten: {place}.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: the export in {path} names {name}, which is no file in that folder; choose another folder.</source>
            <translation>OUT_FOLDER: Der Export in {path} nennt {name}, was keine Datei in diesem Ordner ist; bitte einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} is a link to another folder; remove it, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} ist eine Verknüpfung zu einem anderen Ordner; bitte entfernen oder einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} takes {size} bytes, and no file of an export that is called so takes more than {limit}; choose another folder.</source>
            <translation>OUT_FOLDER: {path} belegt {size} Bytes, und keine so benannte Datei eines Exports belegt mehr als {limit}; bitte einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} is not a plain file but a link, a folder, a pipe or a device; remove it, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} ist keine gewöhnliche Datei, sondern eine Verknüpfung, ein Ordner, eine Pipe oder ein Gerät; bitte entfernen oder einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>START_INDEX: {path} holds a finished export of {count} chips; choose another folder or delete it; START_INDEX {free} (or -1, the first that is free) adds to it.</source>
            <translation>START_INDEX: {path} enthält einen fertigen Export von {count} Chips; wählen Sie einen anderen Ordner oder löschen Sie ihn; START_INDEX {free} (oder -1, die erste freie Nummer) fügt hinzu.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>OUT_FOLDER: {path} holds an export without a split; choose another folder, or set VALIDATION_PERCENT and TEST_PERCENT to 0.</source>
            <translation>OUT_FOLDER: {path} enthält einen Export ohne Aufteilung; wählen Sie einen anderen Ordner, oder setzen Sie VALIDATION_PERCENT und TEST_PERCENT auf 0.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>OUT_FOLDER: {path} holds an export that is split into train, valid and test; choose another folder, or set VALIDATION_PERCENT or TEST_PERCENT.</source>
            <translation>OUT_FOLDER: {path} enthält einen Export, der in train, valid und test aufgeteilt ist; wählen Sie einen anderen Ordner, oder setzen Sie VALIDATION_PERCENT oder TEST_PERCENT.</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Reading pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Lesen der Pixel in den Spalten {col_off} bis {col_end}, Zeilen {row_off} bis {row_end}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Adding up pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Aufsummieren der Pixel in den Spalten {col_off} bis {col_end}, Zeilen {row_off} bis {row_end}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Cutting chip {stem}</source>
            <translation>Ausschneiden von Chip {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Encoding the pixels of chip {stem}</source>
            <translation>Kodieren der Pixel von Chip {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Encoding the labels of chip {stem}</source>
            <translation>Kodieren der Labels von Chip {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Writing {image} and its labels</source>
            <translation>Schreiben von {image} und seinen Labels</translation>
        </message>
        <message>
            <location filename="../export/batches/uncut.py"/>
            <source>Reading labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Lesen der Labels in den Spalten {col_off} bis {col_end}, Zeilen {row_off} bis {row_end}</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} has changed since the export in {path} was interrupted; put it back as it was to finish that export, or choose another folder.</source>
            <translation>{parameter}: {what} hat sich geändert, seit der Export in {path} unterbrochen wurde; stellen Sie den früheren Stand wieder her, um jenen Export zu beenden, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} has changed since the export in {path} was interrupted; put it back as it was to finish that export, delete the folder to start anew, or choose another folder.</source>
            <translation>{parameter}: {what} hat sich geändert, seit der Export in {path} unterbrochen wurde; stellen Sie den früheren Stand wieder her, um jenen Export zu beenden, löschen Sie den Ordner, um neu zu beginnen, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} was changed while the export was running; put it back as it was and make the same call again to finish the export in {path}, or choose another folder.</source>
            <translation>{parameter}: {what} wurde geändert, während der Export lief; stellen Sie den früheren Stand wieder her und machen Sie denselben Aufruf noch einmal, um den Export in {path} zu beenden, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} was changed while the export was running; put it back as it was and make the same call again to finish the export, or delete {path} to start anew.</source>
            <translation>{parameter}: {what} wurde geändert, während der Export lief; stellen Sie den früheren Stand wieder her und machen Sie denselben Aufruf noch einmal, um den Export zu beenden, oder löschen Sie {path}, um neu zu beginnen.</translation>
        </message>
        <message>
            <location filename="../export/loop.py"/>
            <source>Writing the journal</source>
            <translation>Schreiben des Journals</translation>
        </message>
        <message>
            <location filename="../export/loop.py"/>
            <source>Counting the labels of batch {number}</source>
            <translation>Zählen der Labels von Stapel {number}</translation>
        </message>
        <message>
            <location filename="../export/planning/planned.py"/>
            <source>Looking for labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Suche nach Labels in den Spalten {col_off} bis {col_end}, Zeilen {row_off} bis {row_end}</translation>
        </message>
        <message>
            <location filename="../export/self_check.py"/>
            <source>OUT_FOLDER: {path} lacks files that this export wrote ({count}), which another program has removed; make the same call again to write them anew.</source>
            <translation>OUT_FOLDER: in {path} fehlen Dateien, die dieser Export geschrieben hat ({count}) und die ein anderes Programm entfernt hat; machen Sie denselben Aufruf noch einmal, um sie neu zu schreiben.</translation>
        </message>
        <message>
            <location filename="../export/self_check.py"/>
            <source>The export does not add up: {count} {what}, but {expected} {other}; please report this.</source>
            <translation>Der Export geht nicht auf: {count} {what}, aber {expected} {other}; bitte melden Sie das.</translation>
        </message>
        <message>
            <location filename="../export/splits/choosing.py"/>
            <source>Choosing blocks for train, valid and test</source>
            <translation>Blöcke für train, valid und test werden gewählt</translation>
        </message>
        <message>
            <location filename="../export/splits/choosing.py"/>
            <source>Choosing chips without labels</source>
            <translation>Chips ohne Labels werden gewählt</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>VALIDATION_PERCENT: {valid} % and TEST_PERCENT {test} % leave nothing for training; together they have to be less than 100 %.</source>
            <translation>VALIDATION_PERCENT: {valid} % und TEST_PERCENT {test} % lassen nichts für das Training; zusammen müssen sie weniger als 100 % sein.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_POLYGONS: the export that OUT_FOLDER holds was split by blocks, and this one by polygons, or the other way round; choose another folder.</source>
            <translation>SPLIT_POLYGONS: der Export, den OUT_FOLDER enthält, wurde nach Blöcken aufgeteilt und dieser nach Polygonen, oder umgekehrt; wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_POLYGONS: {name} does not hold the polygons that the export in OUT_FOLDER was split by; use the same, or choose another folder.</source>
            <translation>SPLIT_POLYGONS: {name} enthält nicht die Polygone, nach denen der Export in OUT_FOLDER aufgeteilt wurde; verwenden Sie dieselben, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_BLOCK_SIZE: a block of {size} map units is smaller than a tile, so no chip lies in one; take at least {least}, better several times as much.</source>
            <translation>SPLIT_BLOCK_SIZE: ein Block von {size} Karteneinheiten ist kleiner als eine Kachel, daher liegt kein Chip in einem; nehmen Sie mindestens {least}, besser ein Mehrfaches davon.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_BLOCK_SIZE: blocks of {size} map units are {count} blocks, more than {most}; make it larger.</source>
            <translation>SPLIT_BLOCK_SIZE: Blöcke von {size} Karteneinheiten sind {count} Blöcke, mehr als {most}; vergrößern Sie sie.</translation>
        </message>
        <message>
            <location filename="../export/storage/flushing.py"/>
            <source>{path} cannot be written: {reason}.</source>
            <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/flushing.py"/>
            <source>OUT_FOLDER: {path} was renamed, moved or deleted while the export was running; put it back if it still exists, and make the same call again to finish the export.</source>
            <translation>OUT_FOLDER: {path} wurde umbenannt, verschoben oder gelöscht, während der Export lief; stellen Sie ihn zurück, falls es ihn noch gibt, und machen Sie denselben Aufruf noch einmal, um den Export zu beenden.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} cannot be used: {reason}.</source>
            <translation>OUT_FOLDER: {path} kann nicht verwendet werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} is a file; choose a folder.</source>
            <translation>OUT_FOLDER: {path} ist eine Datei; wählen Sie einen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} is not writable; choose another folder.</source>
            <translation>OUT_FOLDER: {path} ist nicht beschreibbar; wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} cannot be created: {reason}.</source>
            <translation>OUT_FOLDER: {path} kann nicht angelegt werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>{path} cannot be removed: {reason}.</source>
            <translation>{path} kann nicht entfernt werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: another export is writing to {path}; wait for it to end.</source>
            <translation>OUT_FOLDER: Ein anderer Export schreibt gerade nach {path}; warten Sie, bis er endet.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export with other settings ({names}) behind a finished one; make the same call again to finish it, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} enthält hinter einem fertigen Export einen unvollendeten mit anderen Einstellungen ({names}); wiederholen Sie denselben Aufruf, um ihn zu vollenden, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export with other settings ({names}); make the same call again to finish it, delete the folder to start anew, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} enthält einen unvollendeten Export mit anderen Einstellungen ({names}); wiederholen Sie denselben Aufruf, um ihn zu vollenden, löschen Sie den Ordner, um neu zu beginnen, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal_lines.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export whose {name} is damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER: {path} enthält einen unfertigen Export, dessen {name} beschädigt ist ({reason}); wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/storage/standing.py"/>
            <source>OUT_FOLDER: {name} was deleted from {path} while the export was running; it has been written anew, so make the same call again to finish the export.</source>
            <translation>OUT_FOLDER: {name} wurde aus {path} gelöscht, während der Export lief; es ist neu geschrieben, machen Sie also denselben Aufruf noch einmal, um den Export zu beenden.</translation>
        </message>
        <message>
            <location filename="../export/storage/standing.py"/>
            <source>OUT_FOLDER: {name} in {path} was deleted or replaced while the export was running; delete what this export has written, or choose another folder.</source>
            <translation>OUT_FOLDER: {name} in {path} wurde gelöscht oder ersetzt, während der Export lief; löschen Sie, was dieser Export geschrieben hat, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../export/workers/staff.py"/>
            <source>WORKERS: a worker process could not be used ({reason}); the others did its work.</source>
            <translation>WORKERS: Ein Arbeitsprozess konnte nicht eingesetzt werden ({reason}); die anderen haben seine Arbeit getan.</translation>
        </message>
        <message>
            <location filename="../export/workers/staff.py"/>
            <source>WORKERS: a worker process was lost ({reason}); what it was at was done again.</source>
            <translation>WORKERS: Ein Arbeitsprozess ging verloren ({reason}); woran er war, wurde noch einmal getan.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>EXTENT: {name} has no end of its own; give the area to export, a part of {extent}.</source>
            <translation>EXTENT: {name} hat keine eigene Begrenzung; geben Sie das zu exportierende Gebiet an, einen Teil von {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>CELL_SIZE and EXTENT: {name} has no resolution and no end of its own; give a cell size in map units, for example {cell} (the finest), and the area to export, a part of {extent}.</source>
            <translation>CELL_SIZE und EXTENT: {name} hat keine eigene Auflösung und Begrenzung; geben Sie eine Zellengröße in Karteneinheiten an, zum Beispiel {cell} (die feinste), und das zu exportierende Gebiet, einen Teil von {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>CELL_SIZE: {name} has no resolution of its own; give one in map units, for example {cell}, and, for a part of it, an EXTENT within {extent}.</source>
            <translation>CELL_SIZE: {name} hat keine eigene Auflösung; geben Sie eine in Karteneinheiten an, zum Beispiel {cell}, und für einen Teil davon ein EXTENT innerhalb von {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/band_choice.py"/>
            <source>BANDS: band {band} of {name} is its mask, which says which pixels count in any case; leave it out.</source>
            <translation>BANDS: Band {band} von {name} ist dessen Maske, die ohnehin sagt, welche Pixel zählen; lassen Sie es weg.</translation>
        </message>
        <message>
            <location filename="../imagery/band_choice.py"/>
            <source>BANDS: {name} has no band {band}; its bands have the numbers 1 to {count}.</source>
            <translation>BANDS: {name} hat kein Band {band}; seine Bänder haben die Nummern 1 bis {count}.</translation>
        </message>
        <message>
            <location filename="../imagery/file.py"/>
            <source>{name} is no file with rows and columns of its own; set REFERENCE_SYSTEM to MAP_SPACE, or save it as a file first.</source>
            <translation>{name} ist keine Datei mit eigenen Zeilen und Spalten; setzen Sie REFERENCE_SYSTEM auf MAP_SPACE, oder speichern Sie es zuerst als Datei.</translation>
        </message>
        <message>
            <location filename="../imagery/file.py"/>
            <source>{name} has a mask that cannot be opened: {reason}; mend it, or remove it if all pixels are to count.</source>
            <translation>{name} hat eine Maske, die sich nicht öffnen lässt: {reason}; reparieren Sie sie, oder entfernen Sie sie, wenn alle Pixel zählen sollen.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is rotated or mirrored against its map grid; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} ist gegen sein Kartengitter gedreht oder gespiegelt; transformieren Sie es zuerst in ein nach Norden ausgerichtetes Raster (Raster &gt; Projektionen &gt; Transformieren), oder setzen Sie REFERENCE_SYSTEM auf PIXEL_SPACE, das es in seinen eigenen Zeilen und Spalten schneidet.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by ground control points; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} ist über Passpunkte georeferenziert; transformieren Sie es zuerst in ein nach Norden ausgerichtetes Raster (Raster &gt; Projektionen &gt; Transformieren), oder setzen Sie REFERENCE_SYSTEM auf PIXEL_SPACE, das es in seinen eigenen Zeilen und Spalten schneidet.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by a camera model (RPC); warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} ist durch ein Kameramodell (RPC) verortet; transformieren Sie es zuerst in ein nach Norden ausgerichtetes Raster (Raster &gt; Projektionen &gt; Transformieren), oder setzen Sie REFERENCE_SYSTEM auf PIXEL_SPACE, das es in seinen eigenen Zeilen und Spalten schneidet.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by geolocation arrays; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp).</source>
            <translation>{name} ist durch Geolokations-Arrays verortet; transformieren Sie es zuerst in ein nach Norden ausgerichtetes Raster (Raster &gt; Projektionen &gt; Transformieren).</translation>
        </message>
        <message>
            <location filename="../imagery/imagery.py"/>
            <source>{parameter}: {name} cannot be read at columns {col_off} to {col_end}, rows {row_off} to {row_end}: {reason}</source>
            <translation>{parameter}: {name} kann in den Spalten {col_off} bis {col_end}, Zeilen {row_off} bis {row_end} nicht gelesen werden: {reason}</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>IN_RASTER2: {name} has no resolution of its own; give a file, a WCS or an image service.</source>
            <translation>IN_RASTER2: {name} hat keine eigene Auflösung; geben Sie eine Datei, einen WCS oder einen Bilddienst an.</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>{parameter}: {name} has no resolution of its own, or draws pictures instead of class values; give a file, a WCS or an image service.</source>
            <translation>{parameter}: {name} hat keine eigene Auflösung oder zeichnet Bilder statt Klassenwerte; geben Sie eine Datei, einen WCS oder einen Bilddienst an.</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>{parameter}: {name} has bands of type {type}; convert them to Int32 or Float32 first (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{parameter}: {name} hat Bänder vom Typ {type}; wandeln Sie sie zuerst in Int32 oder Float32 um (Raster &gt; Konvertierung &gt; Umrechnen).</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>EXTENT: {extent} lies outside {name}, which extends over {raster} (in the raster's coordinates).</source>
            <translation>EXTENT: {extent} liegt außerhalb von {name}, das sich über {raster} erstreckt (in den Koordinaten des Rasters).</translation>
        </message>
        <message>
            <location filename="../imagery/placement.py"/>
            <source>REFERENCE_SYSTEM: GDAL finds no way from the map to the rows and columns of {name} ({reason}); check its coordinate reference system and that of the labels.</source>
            <translation>REFERENCE_SYSTEM: GDAL findet keinen Weg von der Karte zu den Zeilen und Spalten von {name} ({reason}); prüfen Sie sein Koordinatenbezugssystem und das der Label.</translation>
        </message>
        <message>
            <location filename="../imagery/provider.py"/>
            <source>{name} has no pixels.</source>
            <translation>{name} hat keine Pixel.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>{name} cannot be opened by GDAL.</source>
            <translation>{name} kann von GDAL nicht geöffnet werden.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>{name} has no extent that can be used.</source>
            <translation>{name} hat keine brauchbare Ausdehnung.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>the service of {name} does not describe itself: {reason}</source>
            <translation>der Dienst von {name} beschreibt sich nicht: {reason}</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds {value}, which is not a whole number; class values are whole numbers from 0, or text.</source>
            <translation>CLASS_VALUE_FIELD: {field} enthält {value}, was keine ganze Zahl ist; Klassenwerte sind ganze Zahlen ab 0 oder Text.</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds the negative value {value}; class values are whole numbers from 0.</source>
            <translation>CLASS_VALUE_FIELD: {field} enthält den negativen Wert {value}; Klassenwerte sind ganze Zahlen ab 0.</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds {value} now, but did not when the export began: the layer was changed meanwhile; start again.</source>
            <translation>CLASS_VALUE_FIELD: {field} enthält jetzt {value}, aber nicht, als der Export begann: der Layer wurde inzwischen geändert; beginnen Sie neu.</translation>
        </message>
        <message>
            <location filename="../labels/features/areas.py"/>
            <source>Reading the geometry of feature {fid}</source>
            <translation>Lesen der Geometrie von Objekt {fid}</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: {name} has {count} bands, but a classified raster has one; choose another layer, or make one of the band that holds the classes (Raster &gt; Conversion &gt; Translate).</source>
            <translation>IN_CLASS_DATA: {name} hat {count} Bänder, ein klassifiziertes Raster aber eines; wählen Sie einen anderen Layer, oder machen Sie einen aus dem Band mit den Klassen (Raster &gt; Konvertierung &gt; Umrechnen).</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: {name} has {width} x {height} pixels, the raster {columns} x {rows}; with REFERENCE_SYSTEM PIXEL_SPACE a classified raster lies on it pixel by pixel, so choose one of the same size, or polygons.</source>
            <translation>IN_CLASS_DATA: {name} hat {width} x {height} Pixel, das Raster {columns} x {rows}; mit REFERENCE_SYSTEM PIXEL_SPACE liegt ein klassifiziertes Raster Pixel für Pixel darauf, wählen Sie also eines gleicher Größe oder Polygone.</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: no transformation leads from the coordinate reference system of the labels ({labels}) to that of the raster ({raster}); correct the one that is wrong in the layer's properties, or georeference the labels in the raster's.</source>
            <translation>IN_CLASS_DATA: keine Transformation führt vom Koordinatenbezugssystem der Labels ({labels}) zu dem des Rasters ({raster}); berichtigen Sie das falsche in den Layereigenschaften, oder georeferenzieren Sie die Labels in dem des Rasters.</translation>
        </message>
        <message>
            <location filename="../labels/raster/class_pixels.py"/>
            <source>IN_CLASS_DATA: {name} holds {value}; class values are whole numbers from 0 to {limit}.</source>
            <translation>IN_CLASS_DATA: {name} enthält {value}; Klassenwerte sind ganze Zahlen von 0 bis {limit}.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: no transformation leads from the coordinate reference system of {name} ({polygons}) to that of the raster ({raster}).</source>
            <translation>{parameter}: Vom Koordinatenbezugssystem von {name} ({polygons}) führt keine Transformation zu dem des Rasters ({raster}).</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: {name} has no features.</source>
            <translation>{parameter}: {name} hat keine Objekte.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: feature {fid} of {name} cannot be used ({reason}); correct it.</source>
            <translation>{parameter}: Objekt {fid} von {name} ist nicht verwendbar ({reason}); korrigieren Sie es.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: the polygons of {name} cannot be united; repair that layer (Vector &gt; Geometry Tools, or Fix geometries in the toolbox).</source>
            <translation>{parameter}: Die Polygone von {name} lassen sich nicht vereinigen; reparieren Sie diesen Layer (Vektor &gt; Geometriewerkzeuge oder „Geometrien reparieren“ in der Werkzeugkiste).</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: features of {name} whose invalid geometry was repaired: {count}.</source>
            <translation>{parameter}: Objekte von {name}, deren ungültige Geometrie repariert wurde: {count}.</translation>
        </message>
        <message>
            <location filename="../labels/rows/layer_rows.py"/>
            <source>{parameter}: the features cannot be read: {reason}</source>
            <translation>{parameter}: Die Objekte lassen sich nicht lesen: {reason}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels of one class that lie on each other, so one thing may be labelled twice: {count}, such as {examples}</source>
            <translation>Labels einer Klasse, die aufeinander liegen, sodass etwas doppelt erfasst sein kann: {count}, etwa {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels of two classes that lie on each other, so one class may be wrong: {count}, such as {examples}</source>
            <translation>Labels zweier Klassen, die aufeinander liegen, sodass eine Klasse falsch sein kann: {count}, etwa {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels smaller than 8 x 8 pixels: {count}, such as {examples}</source>
            <translation>Labels, die kleiner als 8 x 8 Pixel sind: {count}, etwa {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels that fill their whole chip: {count}, such as {examples}</source>
            <translation>Labels, die ihren ganzen Chip füllen: {count}, etwa {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels in chips that are nodata for more than half: {count}, such as {examples}</source>
            <translation>Labels in Chips, die zu mehr als der Hälfte Nodata sind: {count}, etwa {examples}</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes are out of balance: {most} has {times} times as many labels as {least}.</source>
            <translation>Die Klassen sind unausgewogen: {most} hat {times}-mal so viele Labels wie {least}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes are out of balance: {most} has {times} times as many pixels as {least}.</source>
            <translation>Die Klassen sind unausgewogen: {most} hat {times}-mal so viele Pixel wie {least}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes that are in no chip: {classes}.</source>
            <translation>Klassen, die in keinem Chip sind: {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Rare classes, each with its labels, of which a model needs more than {limit}: {classes}.</source>
            <translation>Seltene Klassen, jede mit ihren Labels, von denen ein Modell mehr als {limit} braucht: {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Rare classes, each with the chips that show it; {limit} are a start: {classes}.</source>
            <translation>Seltene Klassen, jede mit den Chips, die sie zeigen; {limit} sind ein Anfang: {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the labels are smaller than {side} x {side} pixels; most models do not see them. Finer imagery or fewer small labels help.</source>
            <translation>{percent} % der Labels sind kleiner als {side} x {side} Pixel; die meisten Modelle sehen sie nicht. Feinere Bilddaten oder weniger kleine Labels helfen.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the labels fill their whole chip; larger tiles show where objects end.</source>
            <translation>{percent} % der Labels füllen ihren ganzen Chip; größere Kacheln zeigen, wo Objekte enden.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the chips show no label; ONLY_TILES_WITH_FEATURES leaves such chips out.</source>
            <translation>{percent} % der Chips zeigen kein Label; ONLY_TILES_WITH_FEATURES lässt solche Chips weg.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Chips left out since all their pixels are nodata: {count}.</source>
            <translation>Chips, die weggelassen wurden, weil alle ihre Pixel NoData sind: {count}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Chips of which more than half is nodata or beyond the raster: {count}.</source>
            <translation>Chips, die zu mehr als der Hälfte NoData oder jenseits des Rasters sind: {count}.</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Size and shape by class</source>
            <translation>Größe und Form nach Klasse</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Where in the chip labels lie</source>
            <translation>Wo im Chip die Labels liegen</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>sides {least} to {most}, on average {mean} pixels; width by height {aspect}</source>
            <translation>Seiten {least} bis {most}, im Mittel {mean} Pixel; Breite durch Höhe {aspect}</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Each square is a part of the chip; the darkest holds the middle of {most} labels. {percent} % of the labels reach the border of their chip, and are cut there.</source>
            <translation>Jedes Quadrat ist ein Teil des Chips; im dunkelsten liegt die Mitte von {most} Labels. {percent} % der Labels reichen bis an den Rand ihres Chips und sind dort abgeschnitten.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chip {stem}</source>
            <translation>Chip {stem}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chip {stem} (features: {ids})</source>
            <translation>Chip {stem} (Objekte: {ids})</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Plan of training data: {raster}</source>
            <translation>Plan der Trainingsdaten: {raster}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Training data: {raster}</source>
            <translation>Trainingsdaten: {raster}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chips</source>
            <translation>Chips</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>This is a plan</source>
            <translation>Dies ist ein Plan</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Worth a look</source>
            <translation>Einen Blick wert</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>The training set</source>
            <translation>Der Trainingssatz</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>The same in Python</source>
            <translation>Dasselbe in Python</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>en</source>
            <translation>de</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Nothing has been written. Chips are counted by their labels alone; those without a valid pixel, which an export leaves out, are among them.</source>
            <translation>Nichts wurde geschrieben. Chips sind allein nach ihren Labeln gezählt; die ohne gültiges Pixel, die ein Export auslässt, sind darunter.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>labels</source>
            <translation>Labels</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chips without a label</source>
            <translation>Chips ohne Label</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labelled pixels</source>
            <translation>Pixel mit Label</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels</source>
            <translation>Labels</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Classes that have fewer: {count}.</source>
            <translation>Klassen, die weniger haben: {count}.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>share of a chip's pixels that are labelled</source>
            <translation>Anteil der Pixel eines Chips mit Label</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by labelled share</source>
            <translation>Chips nach Anteil mit Label</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by number of classes</source>
            <translation>Chips nach Anzahl der Klassen</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>classes in a chip</source>
            <translation>Klassen in einem Chip</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>side of a square of the same area, in pixels</source>
            <translation>Seite eines gleich großen Quadrats in Pixeln</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels by size</source>
            <translation>Labels nach Größe</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by number of labels</source>
            <translation>Chips nach Anzahl der Labels</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>labels in a chip</source>
            <translation>Labels in einem Chip</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips and their labels</source>
            <translation>Chips und ihre Labels</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Pictures of the chips</source>
            <translation>Bilder der Chips</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name and the number of its labels.</source>
            <translation>{shown} von {count} Chips. Unter jedem: sein Name und die Zahl seiner Labels.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name and the number of its classes.</source>
            <translation>{shown} von {count} Chips. Unter jedem: sein Name und die Zahl seiner Klassen.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name.</source>
            <translation>{shown} von {count} Chips. Unter jedem: sein Name.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>each as large as its feature</source>
            <translation>jeder so groß wie sein Objekt</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Format of the labels</source>
            <translation>Format der Labels</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Size of a chip</source>
            <translation>Größe eines Chips</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Size of a pixel</source>
            <translation>Größe eines Pixels</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Coordinate reference system</source>
            <translation>Koordinatenreferenzsystem</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Imagery</source>
            <translation>Bilddaten</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Second imagery</source>
            <translation>Zweite Bilddaten</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Class data</source>
            <translation>Klassendaten</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, outside IN_MASK_POLYGONS</source>
            <translation>Weggefallene Chips, außerhalb von IN_MASK_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, not whole within IN_MASK_POLYGONS</source>
            <translation>Weggefallene Chips, nicht ganz innerhalb von IN_MASK_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, without a label</source>
            <translation>Weggelassene Chips ohne Label</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, without a valid pixel</source>
            <translation>Weggelassene Chips ohne gültiges Pixel</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels left out, too little of their feature</source>
            <translation>Weggelassene Labels, zu wenig von ihrem Objekt</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels left out, too small</source>
            <translation>Weggelassene Labels, zu klein</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, on the border between two splits</source>
            <translation>Weggelassene Chips, auf der Grenze zwischen zwei Teilen</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, outside SPLIT_POLYGONS</source>
            <translation>Weggelassene Chips, außerhalb von SPLIT_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report_file.py"/>
            <source>REPORT: {path} cannot be written ({reason}); choose another file. The training set itself is complete.</source>
            <translation>REPORT: {path} kann nicht geschrieben werden ({reason}); wählen Sie eine andere Datei. Der Trainingssatz selbst ist vollständig.</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Train, validation, test</source>
            <translation>Training, Validierung, Test</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Map of the blocks</source>
            <translation>Karte der Blöcke</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>{chips} chips ({percent} % of all)</source>
            <translation>{chips} Chips ({percent} % aller)</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>{chips} chips, {labelled} of them with labels ({percent} % of all that have some)</source>
            <translation>{chips} Chips, davon {labelled} mit Labels ({percent} % aller, die welche haben)</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Labelled pixels in {split}</source>
            <translation>Pixel mit Label in {split}</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Labels in {split}</source>
            <translation>Labels in {split}</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Each square is a block, north up; a chip lies in blocks of one colour alone.</source>
            <translation>Jedes Quadrat ist ein Block, Norden oben; ein Chip liegt nur in Blöcken einer Farbe.</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Each square is one of {count} x {count} blocks, north up.</source>
            <translation>Jedes Quadrat ist einer von {count} x {count} Blöcken, Norden oben.</translation>
        </message>
        <message>
            <location filename="../writers/base.py"/>
            <source>METADATA_FORMAT: {format} takes class values from {low} to {high}, not {value}; give that class another value.</source>
            <translation>METADATA_FORMAT: {format} nimmt Klassenwerte von {low} bis {high}, nicht {value}; geben Sie dieser Klasse einen anderen Wert.</translation>
        </message>
        <message>
            <location filename="../writers/base.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since readers of {format} know classes by their names, and another class has that one.</source>
            <translation>Klasse {value}: der Name {name} wird zu {safe}, da Leser von {format} Klassen an ihren Namen erkennen und eine andere Klasse so heißt.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/coco/files.py"/>
            <source>OUT_FOLDER: the journal does not hold the labels of {path} as an export writes them; delete what this export has written, or choose another folder.</source>
            <translation>OUT_FOLDER: das Journal enthält die Labels von {path} nicht so, wie ein Export sie schreibt; löschen Sie, was dieser Export geschrieben hat, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/coco/stored.py"/>
            <source>OUT_FOLDER: {path} was changed by another program while the export was running.</source>
            <translation>OUT_FOLDER: {path} wurde während des Exports von einem anderen Programm geändert.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/exported_set.py"/>
            <source>{path} is missing or damaged ({reason}).</source>
            <translation>{path} fehlt oder ist beschädigt ({reason}).</translation>
        </message>
        <message>
            <location filename="../writers/dataset/reading.py"/>
            <source>OUT_FOLDER: {path} holds a file {name} that this tool did not write, or that is damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER: {path} enthält eine Datei {name}, die nicht von diesem Werkzeug stammt oder beschädigt ist ({reason}); wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored.py"/>
            <source>OUT_FOLDER: {path} holds an export whose {name} is missing or damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER: {path} enthält einen Export, dessen {name} fehlt oder beschädigt ist ({reason}); wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored.py"/>
            <source>{what}: the export that OUT_FOLDER holds was made with {stored}, not {new}; use the same, or choose another folder.</source>
            <translation>{what}: Der Export in OUT_FOLDER wurde mit {stored} gemacht, nicht mit {new}; verwenden Sie dasselbe oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_rasters.py"/>
            <source>OUT_FOLDER: {path} cannot be read: {reason}.</source>
            <translation>OUT_FOLDER: {path} kann nicht gelesen werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_rasters.py"/>
            <source>OUT_FOLDER: {path} is not an image as an export has it; choose another folder.</source>
            <translation>OUT_FOLDER: {path} ist kein Bild, wie ein Export es hat; bitte einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_schema.py"/>
            <source>OUT_FOLDER: the export in {path} cannot be added to, since its {stats} does not state {keys} (older versions of ArcGIS leave them out); choose another folder.</source>
            <translation>OUT_FOLDER: zum Export in {path} kann nichts hinzugefügt werden, da seine {stats} {keys} nicht nennt (ältere Versionen von ArcGIS lassen sie weg); wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../writers/encoding/gdal_files.py"/>
            <source>{what} failed: {reason}</source>
            <translation>{what} ist gescheitert: {reason}</translation>
        </message>
        <message>
            <location filename="../writers/encoding/tiff_compression.py"/>
            <source>TIFF_COMPRESSION: {compression} is not in this version of GDAL; choose one of {others}.</source>
            <translation>TIFF_COMPRESSION: {compression} gibt es in dieser Version von GDAL nicht; wählen Sie eine von {others}.</translation>
        </message>
        <message>
            <location filename="../writers/image_format.py"/>
            <source>TIFF_COMPRESSION: it is for TIFF chips; {format} takes no notice of it.</source>
            <translation>TIFF_COMPRESSION: gilt für TIFF-Chips; {format} beachtet es nicht.</translation>
        </message>
        <message>
            <location filename="../writers/image_format.py"/>
            <source>IMAGE_CHIP_FORMAT: {format} holds no palette of {count} colours for {dtype} pixels; chips hold its numbers without the colours.</source>
            <translation>IMAGE_CHIP_FORMAT: {format} enthält keine Palette von {count} Farben für {dtype}-Pixel; Chips enthalten ihre Nummern ohne die Farben.</translation>
        </message>
        <message>
            <location filename="../writers/images/mrf.py"/>
            <source>IMAGE_CHIP_FORMAT: MRF holds no {dtype} pixels in this version of GDAL; choose TIFF.</source>
            <translation>IMAGE_CHIP_FORMAT: MRF enthält in dieser Version von GDAL keine {dtype}-Pixel; wählen Sie TIFF.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: PNG holds 8 or 16 bit unsigned pixels, not the raster's {dtype}; choose TIFF, or make them 8 bit with STRETCH.</source>
            <translation>IMAGE_CHIP_FORMAT: PNG enthält Pixel mit 8 oder 16 Bit ohne Vorzeichen, nicht {dtype} des Rasters; wählen Sie TIFF, oder machen Sie mit STRETCH 8 Bit daraus.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: PNG holds 1 to 4 bands, not the raster's {bands}; choose TIFF, or up to four bands with BANDS.</source>
            <translation>IMAGE_CHIP_FORMAT: PNG enthält 1 bis 4 Bänder, nicht die {bands} des Rasters; wählen Sie TIFF oder mit BANDS bis zu vier Bänder.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: the last of {bands} bands in a PNG is alpha to whoever opens it, and pixels where it is 0 may be hidden or masked out; choose TIFF to have it as a band like others.</source>
            <translation>IMAGE_CHIP_FORMAT: das letzte von {bands} Bändern in einem PNG ist für jeden, der es öffnet, Alpha, und Pixel, in denen es 0 ist, werden womöglich verborgen oder maskiert; wählen Sie TIFF, um es als Band wie andere zu haben.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG holds 8 bit pixels, not the raster's {dtype}; choose TIFF, or make them 8 bit with STRETCH.</source>
            <translation>IMAGE_CHIP_FORMAT: JPEG enthält Pixel mit 8 Bit, nicht {dtype} des Rasters; wählen Sie TIFF, oder machen Sie mit STRETCH 8 Bit daraus.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG holds 1 or 3 bands beside alpha, not the raster's {bands}; choose TIFF, or one or three bands with BANDS.</source>
            <translation>IMAGE_CHIP_FORMAT: JPEG enthält 1 oder 3 Bänder neben Alpha, nicht die {bands} des Rasters; wählen Sie TIFF oder mit BANDS ein oder drei Bänder.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG would blur the raster's palette numbers; choose TIFF or PNG, or give a raster whose palette is expanded to red, green and blue.</source>
            <translation>IMAGE_CHIP_FORMAT: JPEG würde die Palettennummern des Rasters verwischen; wählen Sie TIFF oder PNG oder geben Sie ein Raster an, dessen Palette in Rot, Grün und Blau aufgelöst ist.</translation>
        </message>
        <message>
            <location filename="../writers/labels/classified_tiles.py"/>
            <source>IN_CLASS_DATA: class {value} does not fit the {type} label rasters of the export that OUT_FOLDER holds; choose another folder.</source>
            <translation>IN_CLASS_DATA: Klasse {value} passt nicht in die {type}-Labelraster des Exports in OUT_FOLDER; wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../writers/labels/dota.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since a blank ends a name in {format}.</source>
            <translation>Klasse {value}: der Name {name} wird zu {safe}, da ein Leerzeichen in {format} einen Namen beendet.</translation>
        </message>
        <message>
            <location filename="../writers/labels/folder_names.py"/>
            <source>IN_CLASS_DATA: class {value} is named {name}, and would share a folder with another class of the export that OUT_FOLDER holds; give it another name.</source>
            <translation>IN_CLASS_DATA: Klasse {value} heißt {name} und würde sich mit einer anderen Klasse des Exports in OUT_FOLDER einen Ordner teilen; geben Sie ihr einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../writers/labels/folder_names.py"/>
            <source>OUT_FOLDER: the export that it holds names class {value} {name}, which cannot be the name of a folder; choose another folder.</source>
            <translation>OUT_FOLDER: Der Export darin nennt Klasse {value} {name}, was kein Ordnername sein kann; wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../writers/labels/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: PNG holds class values up to {most}, not {value}; choose TIFF, or give that class another value.</source>
            <translation>LABEL_RASTER_FORMAT: PNG fasst Klassenwerte bis {most}, nicht {value}; TIFF wählen oder der Klasse einen anderen Wert geben.</translation>
        </message>
        <message>
            <location filename="../writers/labels/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: PNG holds {most} objects of one class in a chip, not {value}; choose TIFF.</source>
            <translation>LABEL_RASTER_FORMAT: PNG fasst {most} Objekte einer Klasse in einem Chip, nicht {value}; TIFF wählen.</translation>
        </message>
        <message>
            <location filename="../writers/labels/multilabeled_tiles.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since a comma or the end of a line ends a name in {format}.</source>
            <translation>Klasse {value}: Aus dem Namen {name} wird {safe}, weil ein Komma oder ein Zeilenende in {format} einen Namen beendet.</translation>
        </message>
        <message>
            <location filename="../writers/labels/panoptic/panoptic.py"/>
            <source>IN_INSTANCE_DATA: no chip shows an instance, so there are no files in labels2.</source>
            <translation>IN_INSTANCE_DATA: kein Chip zeigt eine Instanz, also gibt es keine Dateien in labels2.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>IMAGE_CHIP_FORMAT: the readers of {name} do not open {format}; choose TIFF, PNG or JPEG.</source>
            <translation>IMAGE_CHIP_FORMAT: die Leser von {name} öffnen {format} nicht; wählen Sie TIFF, PNG oder JPEG.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>METADATA_FORMAT: the readers of {name} open chips of 8 bit with 1, 3 or 4 bands, not of {bands} bands of {dtype}; choose bands with BANDS, and bring them to 8 bit with STRETCH.</source>
            <translation>METADATA_FORMAT: die Leser von {name} öffnen Chips mit 8 Bit und 1, 3 oder 4 Bändern, nicht mit {bands} Bändern von {dtype}; wählen Sie Bänder mit BANDS und bringen Sie sie mit STRETCH auf 8 Bit.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>METADATA_FORMAT: most readers of {name} take the first 3 of 4 bands, and some the fourth for transparency; choose 3 bands with BANDS if that is not meant.</source>
            <translation>METADATA_FORMAT: die meisten Leser von {name} nehmen von 4 Bändern die ersten 3, und manche das vierte als Transparenz; wählen Sie 3 Bänder mit BANDS, wenn das nicht gemeint ist.</translation>
        </message>
        <message>
            <location filename="../writers/labels/rcnn_masks.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since it names a folder.</source>
            <translation>Klasse {value}: Der Name {name} wird zu {safe}, denn er benennt einen Ordner.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>IN_CLASS_DATA: class {value} would stand before class {last} of the export that OUT_FOLDER holds, whose label files know classes by their places; give it a value above {last}, or choose another folder.</source>
            <translation>IN_CLASS_DATA: Klasse {value} stünde vor Klasse {last} des Exports in OUT_FOLDER, dessen Label-Dateien Klassen an ihren Plätzen erkennen; geben Sie ihr einen Wert über {last} oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since readers of {format} take names that begin with {code} for codes of ImageNet.</source>
            <translation>Klasse {value}: der Name {name} wird zu {safe}, da Leser von {format} Namen, die mit {code} beginnen, für Codes von ImageNet halten.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>{format}: there is no validation split, so val in {file} names the training chips again; figures of a validation on them mean nothing.</source>
            <translation>{format}: es gibt keine Validierung, daher nennt val in {file} noch einmal die Trainingschips; Zahlen einer Validierung mit ihnen bedeuten nichts.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels left out because {format} has a row like theirs in the same chip: {count}.</source>
            <translation>Labels weggelassen, weil {format} im selben Chip schon eine gleiche Zeile hat: {count}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels of several parts or with holes, which {format} holds as one ring with bridges: {count}.</source>
            <translation>Labels aus mehreren Teilen oder mit Löchern, die {format} als einen Ring mit Brücken enthält: {count}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels whose rectangle stands upright in {format}, since the smallest one reaches further out of the chip than its readers take: {count}.</source>
            <translation>Labels, deren Rechteck in {format} aufrecht steht, da das kleinste weiter aus dem Chip ragt, als die Leser zulassen: {count}.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Cuts imagery into overlapping chips with their labels, draws the chip index, lists the chips that show no label, writes the report, and warns when fewer than {count} chips came out.

An example of the export as a step of a model: its folder, layer and numbers feed the next steps.</source>
            <translation>Schneidet Bilddaten in überlappende Chips mit ihren Labels, zeichnet den Chip-Index, listet die Chips ohne Label auf, schreibt den Bericht und warnt, wenn weniger als {count} Chips herauskamen.

Ein Beispiel für den Export als Schritt eines Modells: Sein Ordner, sein Layer und seine Zahlen gehen in die nächsten Schritte ein.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>The raster layer that is cut into chips.</source>
            <translation>Der Rasterlayer, der in Chips geschnitten wird.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>A layer of polygons.</source>
            <translation>Ein Layer mit Polygonen.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>The field that tells classes apart.</source>
            <translation>Das Feld, das die Klassen unterscheidet.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Width and height of a chip in pixels; chips overlap by half of it.</source>
            <translation>Breite und Höhe eines Chips in Pixeln; Chips überlappen sich um die Hälfte davon.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>How labels are written.</source>
            <translation>Wie die Labels geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Class field</source>
            <translation>Klassenfeld</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Tile size</source>
            <translation>Kachelgröße</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Label format</source>
            <translation>Format der Labels</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Export training data and check it</source>
            <translation>Trainingsdaten exportieren und prüfen</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Examples</source>
            <translation>Beispiele</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Few chips?</source>
            <translation>Wenige Chips?</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Fewer than {count} chips: too few for most models.</source>
            <translation>Weniger als {count} Chips: zu wenige für die meisten Modelle.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Warn</source>
            <translation>Warnen</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Export training data</source>
            <translation>Trainingsdaten exportieren</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Chips without labels</source>
            <translation>Chips ohne Labels</translation>
        </message>
    </context>
</TS>
