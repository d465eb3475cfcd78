<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
    <context>
        <name>TrainingDataExporter</name>
        <message>
            <location filename="../provider.py"/>
            <source>Training data</source>
            <translation>Dados de treinamento</translation>
        </message>
        <message>
            <location filename="../provider.py"/>
            <source>Export training data...</source>
            <translation>Exportar dados de treinamento...</translation>
        </message>
        <message>
            <location filename="../algorithms/adding/already_there.py"/>
            <source>OUT_FOLDER: {path} holds these chips of {raster} with these labels already; choose another raster, EXTENT or IN_CLASS_DATA to add to it, or another folder.</source>
            <translation>OUT_FOLDER: {path} já contém estes chips de {raster} com estes rótulos; escolha outro raster, EXTENT ou IN_CLASS_DATA para acrescentar, ou outra pasta.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: the class raster shows no class on the image; all its pixels are 0 or nodata.</source>
            <translation>IN_CLASS_DATA: o raster de classes não mostra nenhuma classe na imagem; todos os seus pixels são 0 ou sem dados.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: all {count} values of {field} are NULL or blank, so no feature has a class.</source>
            <translation>CLASS_VALUE_FIELD: todos os {count} valores de {field} são NULL ou estão em branco, por isso nenhuma feição tem classe.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {format} cannot tell class 0 ({name}) from no class: its labels do not show, and a chip with no others counts as one without labels; give that class another value in {field}.</source>
            <translation>CLASS_VALUE_FIELD: {format} não distingue a classe 0 ({name}) da ausência de classe: seus rótulos não aparecem, e um chip sem outros conta como um chip sem rótulos; dê a essa classe outro valor em {field}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: the raster holds {count} classes; check that it is one of classes.</source>
            <translation>IN_CLASS_DATA: o raster contém {count} classes; verifique se é um raster de classes.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {field} gives {count} classes; check that it is the field of kinds.</source>
            <translation>CLASS_VALUE_FIELD: {field} gera {count} classes; verifique se é o campo de tipos.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: each of the {count} features has a class of its own in {field}; choose a field of kinds, not of names or numbers of features.</source>
            <translation>CLASS_VALUE_FIELD: cada uma das {count} feições tem uma classe própria em {field}; escolha um campo de tipos, não de nomes ou números de feições.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>CLASS_VALUE_FIELD: {field} mixes whole numbers with other text ({odd}), so all its values are numbered by name, and a number is not its own class value; correct the odd ones if that is not meant.</source>
            <translation>CLASS_VALUE_FIELD: {field} mistura números inteiros com outro texto ({odd}), por isso todos os seus valores são numerados por nome, e um número não é seu próprio valor de classe; corrija os discrepantes se não for essa a intenção.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: class names that are not in UTF-8 have lost letters: {names}; rename them.</source>
            <translation>IN_CLASS_DATA: nomes de classe que não estão em UTF-8 perderam letras: {names}; renomeie-os.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/class_warnings.py"/>
            <source>IN_CLASS_DATA: class names have lost letters: {names}; set the layer's encoding (Layer Properties &gt; Source) to the one that its text is in.</source>
            <translation>IN_CLASS_DATA: nomes de classe perderam letras: {names}; defina na camada (Propriedades da camada &gt; Fonte) a codificação em que está seu texto.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: of {total} features {unclassified} have no class, {broken} have no usable geometry, and the others lie outside the raster; check IN_CLASS_DATA and EXTENT.</source>
            <translation>Nenhum chip foi gravado: de {total} feições, {unclassified} não têm classe, {broken} não têm geometria utilizável e as demais ficam fora do raster; verifique IN_CLASS_DATA e EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: none has a valid pixel (of {pixels}); check IN_RASTER, its nodata values and EXTENT.</source>
            <translation>Nenhum chip foi gravado: nenhum tem pixel válido (de {pixels}); verifique IN_RASTER, seus valores sem dados e EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; lower MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE, which left out labels ({filtered}).</source>
            <translation>Nenhum chip foi gravado: {labels} sem rótulo, {pixels} sem pixel válido; diminua MIN_POLYGON_OVERLAP_RATIO e MIN_OBJECT_SIZE, que omitiram rótulos ({filtered}).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; check that IN_CLASS_DATA and IN_RASTER overlap.</source>
            <translation>Nenhum chip foi gravado: {labels} sem rótulo, {pixels} sem pixel válido; verifique se IN_CLASS_DATA e IN_RASTER se sobrepõem.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {labels} without a label, {pixels} without a valid pixel; features: {total}, of which {unclassified} without class, {broken} without usable geometry, {others} outside the chips or too small to show.</source>
            <translation>Nenhum chip foi gravado: {labels} sem rótulo, {pixels} sem pixel válido; feições: {total}, das quais {unclassified} sem classe, {broken} sem geometria utilizável, {others} fora dos chips ou pequenas demais para aparecer.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {masked} not within IN_MASK_POLYGONS, {split} in no split or on a border between splits, {labels} without a label, {pixels} without a valid pixel; larger polygons or smaller tiles help.</source>
            <translation>Nenhum chip foi gravado: {masked} não dentro de IN_MASK_POLYGONS, {split} em nenhuma partição ou em um limite entre partições, {labels} sem rótulo, {pixels} sem pixel válido; polígonos maiores ou blocos menores ajudam.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>No chip was written: {outside} outside SPLIT_POLYGONS, {border} on borders between splits or partly outside, {labels} without a label, {pixels} without a valid pixel; larger polygons or blocks, or smaller tiles help.</source>
            <translation>Nenhum chip foi gravado: {outside} fora de SPLIT_POLYGONS, {border} em limites entre partições ou em parte fora, {labels} sem rótulo, {pixels} sem pixel válido; ajudam polígonos ou parcelas maiores, ou blocos menores.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so no chip was kept (of {chips}); lower MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE, which left out labels ({filtered}).</source>
            <translation>METADATA_FORMAT: {format} precisa de um rótulo em pelo menos um chip, por isso nenhum chip foi mantido (de {chips}); diminua MIN_POLYGON_OVERLAP_RATIO e MIN_OBJECT_SIZE, que omitiram rótulos ({filtered}).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips was kept: the class raster shows no class on them; check IN_CLASS_DATA, or choose another METADATA_FORMAT.</source>
            <translation>METADATA_FORMAT: {format} precisa de um rótulo em pelo menos um chip, por isso nenhum dos {chips} chips foi mantido: o raster de classes não mostra nenhuma classe neles; verifique IN_CLASS_DATA ou escolha outro METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/empty_export.py"/>
            <source>METADATA_FORMAT: {format} needs a label in at least one chip, so none of the {chips} chips was kept: of {total} features {unclassified} have no class, {broken} have no usable geometry, and {others} lie outside the chips or cover no pixel's centre; check IN_CLASS_DATA and CLASS_VALUE_FIELD, or choose another METADATA_FORMAT.</source>
            <translation>METADATA_FORMAT: {format} precisa de um rótulo em pelo menos um chip, por isso nenhum dos {chips} chips foi mantido: de {total} feições, {unclassified} não têm classe, {broken} não têm geometria utilizável e {others} estão fora dos chips ou não cobrem o centro de nenhum pixel; verifique IN_CLASS_DATA e CLASS_VALUE_FIELD, ou escolha outro METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: no raster is given.</source>
            <translation>{parameter}: nenhum raster foi indicado.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is a vector layer; choose a raster.</source>
            <translation>{parameter}: {value} é uma camada vetorial; escolha um raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is not a raster that QGIS can open; choose a raster file or layer.</source>
            <translation>{parameter}: {value} não é um raster que o QGIS possa abrir; escolha um arquivo ou uma camada raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: {value} is neither a raster file nor a raster layer of the project; check how it is spelled.</source>
            <translation>{parameter}: {value} não é nem um arquivo raster nem uma camada raster do projeto; verifique como está escrito.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: no class data are given, which {format} needs.</source>
            <translation>IN_CLASS_DATA: nenhum dado de classe foi indicado, e {format} precisa deles.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is asked for in part; choose the layer itself, and SELECTED_ONLY for its selection.</source>
            <translation>IN_CLASS_DATA: só uma parte de {value} foi pedida; escolha a própria camada, e SELECTED_ONLY para a seleção dela.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is not a vector or raster layer that QGIS can open; choose a file or layer of labels.</source>
            <translation>IN_CLASS_DATA: {value} não é uma camada vetorial nem raster que o QGIS possa abrir; escolha um arquivo ou uma camada de rótulos.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>IN_CLASS_DATA: {value} is neither a file nor a layer of the project; check how it is spelled.</source>
            <translation>IN_CLASS_DATA: {value} não é nem um arquivo nem uma camada do projeto; verifique como está escrito.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>no server answers for {value}, or it has no such layer; check the address and the network, and try again.</source>
            <translation>nenhum servidor responde por {value}, ou ele não tem essa camada; verifique o endereço e a rede, e tente de novo.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the server of the layer {value} does not answer, or no longer has it; check its address and the network, and try again.</source>
            <translation>o servidor da camada {value} não responde, ou não a tem mais; verifique seu endereço e a rede, e tente de novo.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the file of the layer {value} is gone ({path}); bring it back, or choose another layer.</source>
            <translation>o arquivo da camada {value} sumiu ({path}); recupere-o, ou escolha outra camada.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>the layer {value} is not valid, since its source cannot be opened.</source>
            <translation>a camada {value} não é válida, pois sua fonte não pode ser aberta.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>EXTENT: {value} is not an area; give left, right, bottom and top, as in {example}.</source>
            <translation>EXTENT: {value} não é uma área; indique esquerda, direita, abaixo e acima, como em {example}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>EXTENT: {crs} is not a coordinate reference system that QGIS knows; give a code such as EPSG:4326.</source>
            <translation>EXTENT: {crs} não é um sistema de referência de coordenadas que o QGIS conheça; indique um código como EPSG:4326.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/given.py"/>
            <source>{parameter}: with REFERENCE_SYSTEM PIXEL_SPACE the whole raster is cut in its own pixels; leave it empty, or choose MAP_SPACE.</source>
            <translation>{parameter}: com REFERENCE_SYSTEM PIXEL_SPACE o raster inteiro é cortado em seus próprios pixels; deixe-o vazio, ou escolha MAP_SPACE.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>{name} has no coordinate reference system; it is taken to be that of the other layer.</source>
            <translation>{name} não tem sistema de referência de coordenadas; assume-se o da outra camada.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>BUFFER_RADIUS: {radius} is in {unit}, the unit of {name}.</source>
            <translation>BUFFER_RADIUS: {radius} está em {unit}, a unidade de {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>MIN_POLYGON_OVERLAP_RATIO is for features; the classified raster {name} takes no notice of it.</source>
            <translation>MIN_POLYGON_OVERLAP_RATIO vale para feições vetoriais; não tem efeito no raster classificado {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>IN_CLASS_DATA: {name} has no features.</source>
            <translation>IN_CLASS_DATA: {name} não tem feições.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_layer.py"/>
            <source>IN_CLASS_DATA: no label lies on the raster; labels extend over {labels}, the raster over {raster} (in the raster's coordinates).</source>
            <translation>IN_CLASS_DATA: nenhum rótulo está sobre o raster; os rótulos abrangem {labels} e o raster {raster} (nas coordenadas do raster).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: {format} has no label rasters and takes no notice of it.</source>
            <translation>LABEL_RASTER_FORMAT: {format} não tem rasters de rótulos e não o leva em conta.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: OUT_FOLDER holds label rasters as {suffix} files; choose {stored}, or another folder.</source>
            <translation>LABEL_RASTER_FORMAT: OUT_FOLDER contém rasters de rótulos como arquivos {suffix}; escolha {stored} ou outra pasta.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/object_size.py"/>
            <source>MIN_OBJECT_SIZE: no object of a chip has sides of {size} pixels or more, since chips are {width} x {height} pixels; give at most {most}.</source>
            <translation>MIN_OBJECT_SIZE: nenhum objeto de um chip tem lados de {size} pixels ou mais, pois os chips têm {width} x {height} pixels; indique no máximo {most}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/polygon_layer.py"/>
            <source>{parameter}: {value} is not a vector layer that QGIS can open; choose a layer of polygons.</source>
            <translation>{parameter}: {value} não é uma camada vetorial que o QGIS consiga abrir; escolha uma camada de polígonos.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/polygon_layer.py"/>
            <source>{parameter}: {name} is not a layer of polygons; choose one.</source>
            <translation>{parameter}: {name} não é uma camada de polígonos; escolha uma.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/raster_warnings.py"/>
            <source>IN_RASTER: band {band} of {name} is tagged as alpha, but holds many values; where it is 0, pixels count as transparent. If it is a measurement such as infrared, clear its tag first (Raster &gt; Conversion &gt; Translate with -colorinterp_{band} undefined).</source>
            <translation>IN_RASTER: a banda {band} de {name} está marcada como alfa, mas contém muitos valores; onde ela é 0, os pixels contam como transparentes. Se for uma medida como o infravermelho, remova antes a marca (Raster &gt; Converter &gt; Traduzir com -colorinterp_{band} undefined).</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>STRIDE_X: {width} x {height} pixels make {count} chips, but at most {most} can be numbered; make STRIDE_X, STRIDE_Y or CELL_SIZE larger, or choose an EXTENT.</source>
            <translation>STRIDE_X: {width} x {height} pixels dão {count} chips, mas no máximo {most} podem ser numerados; aumente STRIDE_X, STRIDE_Y ou CELL_SIZE, ou escolha EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>ROTATION_ANGLE: with it there are {count} chips, but at most {most} can be numbered; make it, STRIDE_X or STRIDE_Y larger, or choose an EXTENT.</source>
            <translation>ROTATION_ANGLE: com ele há {count} chips, mas só {most} podem ser numerados; aumente o ângulo, STRIDE_X ou STRIDE_Y, ou escolha EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>CROP_MODE: the envelope of feature {fid} has {width} x {height} pixels and takes {size}; the most is {limit}, so choose FIXED_SIZE, or make CELL_SIZE larger.</source>
            <translation>CROP_MODE: o envelope da feição {fid} tem {width} x {height} pixels e ocupa {size}; o máximo é {limit}: escolha FIXED_SIZE ou aumente CELL_SIZE.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>TILE_SIZE_X: a chip of {width} x {height} pixels takes {size}; the most is {limit}, so make TILE_SIZE_X or TILE_SIZE_Y smaller.</source>
            <translation>TILE_SIZE_X: um chip de {width} x {height} pixels ocupa {size}; o máximo é {limit}, portanto reduza TILE_SIZE_X ou TILE_SIZE_Y.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>OUT_FOLDER: {path} is temporary, and goes when QGIS closes; to keep the export choose a folder that stays, such as {place}.</source>
            <translation>OUT_FOLDER: {path} é temporária e some quando o QGIS fecha; para manter a exportação escolha uma pasta que fique, como {place}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>REPORT: {path} cannot be written: {reason}.</source>
            <translation>REPORT: {path} não pode ser gravado: {reason}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/room.py"/>
            <source>OUT_FOLDER: {path} has {free} free, but the export of {count} chips takes about {needed}; choose another folder or an EXTENT, make STRIDE_X and STRIDE_Y larger, or write ONLY_TILES_WITH_FEATURES.</source>
            <translation>OUT_FOLDER: {path} tem {free} livres, mas a exportação de {count} chips ocupa cerca de {needed}; escolha outra pasta ou uma EXTENT, aumente STRIDE_X e STRIDE_Y, ou grave ONLY_TILES_WITH_FEATURES.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/scheduler.py"/>
            <source>DASK_SCHEDULER: the Python of QGIS has no package distributed; install it there (pip install distributed, or Debian's python3-distributed), or leave DASK_SCHEDULER empty.</source>
            <translation>DASK_SCHEDULER: o Python do QGIS não tem o pacote distributed; instale-o lá (pip install distributed, ou python3-distributed do Debian), ou deixe DASK_SCHEDULER vazio.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/scheduler.py"/>
            <source>DASK_SCHEDULER: no scheduler answers at {address} ({reason}); start it, or leave DASK_SCHEDULER empty, and this machine makes the chips.</source>
            <translation>DASK_SCHEDULER: nenhum agendador responde em {address} ({reason}); inicie-o, ou deixe DASK_SCHEDULER vazio, e esta máquina faz os chips.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>SELECTED_ONLY: {name} is a raster, in which nothing can be selected; leave it off.</source>
            <translation>SELECTED_ONLY: {name} é um raster, em que nada pode ser selecionado; deixe desligado.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>SELECTED_ONLY: no feature of {name} is selected; select some, or leave it off.</source>
            <translation>SELECTED_ONLY: nenhuma feição de {name} está selecionada; selecione algumas ou deixe desligado.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{name} has a filter ({filter}); only the features that pass it are exported.</source>
            <translation>{name} tem um filtro ({filter}); somente as feições que passam por ele são exportadas.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{count} of {total} features of {name} are selected; only these are exported.</source>
            <translation>{count} de {total} feições de {name} estão selecionadas; somente estas são exportadas.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/selected.py"/>
            <source>{count} of {total} features of {name} are selected; all are exported. SELECTED_ONLY takes the selected ones alone.</source>
            <translation>{count} de {total} feições de {name} estão selecionadas; todas são exportadas. SELECTED_ONLY pega somente as selecionadas.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/split_layer.py"/>
            <source>SPLIT_POLYGONS: {name} has no text field split, which says train, valid or test; its fields are {fields}.</source>
            <translation>SPLIT_POLYGONS: {name} não tem um campo de texto split que diga train, valid ou test; seus campos são {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/split_layer.py"/>
            <source>SPLIT_POLYGONS: polygons decide on the split, not shares; set VALIDATION_PERCENT and TEST_PERCENT to 0, and leave SPLIT_BLOCK_SIZE empty.</source>
            <translation>SPLIT_POLYGONS: os polígonos decidem a divisão, não as proporções; defina VALIDATION_PERCENT e TEST_PERCENT como 0 e deixe SPLIT_BLOCK_SIZE vazio.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>{parameter}: {name} draws pictures, which are stretched already; leave it out.</source>
            <translation>{parameter}: {name} desenha imagens, que já estão realçadas; omita-o.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>{parameter}: {name} holds numbers of a palette, which are no measurements; leave it out.</source>
            <translation>{parameter}: {name} contém números de uma paleta, que não são medições; omita-o.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>STRETCH_RANGE: {count} ranges are given for {bands} bands; give one for all, or one for each.</source>
            <translation>STRETCH_RANGE: são dados {count} intervalos para {bands} bandas; dê um para todas ou um para cada uma.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/stretch.py"/>
            <source>STRETCH: STRETCH_RANGE gives the numbers, so {stretch} is not used.</source>
            <translation>STRETCH: STRETCH_RANGE dá os números, por isso {stretch} não é usado.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {name} is a table without geometry.</source>
            <translation>IN_CLASS_DATA: {name} é uma tabela sem geometria.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {path} holds several layers, and the first, {taken}, is a table without geometry; choose another as in {example}. The others are {others}.</source>
            <translation>IN_CLASS_DATA: {path} contém várias camadas, e a primeira, {taken}, é uma tabela sem geometria; escolha outra como em {example}. As outras são {others}.</translation>
        </message>
        <message>
            <location filename="../algorithms/checks/sublayers.py"/>
            <source>IN_CLASS_DATA: {path} holds several layers, of which the first, {taken}, is taken; choose another as in {example}. The others are {others}.</source>
            <translation>IN_CLASS_DATA: {path} contém várias camadas, das quais a primeira, {taken}, é tomada; escolha outra como em {example}. As outras são {others}.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: the layer cannot be created; choose another file ({reason}).</source>
            <translation>CHIP_INDEX: a camada não pode ser criada; escolha outro arquivo ({reason}).</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} does not take chip {stem} ({reason}); choose another file or format for it. The training set itself is complete.</source>
            <translation>CHIP_INDEX: {format} não aceita o chip {stem} ({reason}); escolha outro arquivo ou formato. O conjunto de treinamento em si está completo.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} cannot be read back, so nothing tells whether it is complete.</source>
            <translation>CHIP_INDEX: {format} não pode ser lido de volta, por isso nada diz se está completo.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {path} ({format}) holds {found} of {count} chips ({reason}); choose another file or format for it. The training set itself is complete.</source>
            <translation>CHIP_INDEX: {path} ({format}) contém {found} de {count} chips ({reason}); escolha outro arquivo ou formato. O conjunto de treinamento em si está completo.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} keeps {limit} bytes of a text; texts that were shortened and end in {mark}: {count}. GeoPackage keeps all.</source>
            <translation>CHIP_INDEX: {format} guarda {limit} bytes de um texto; textos que foram encurtados e terminam em {mark}: {count}. GeoPackage guarda tudo.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} does not keep all names and texts as they are; GeoPackage does.</source>
            <translation>CHIP_INDEX: {format} não mantém todos os nomes e textos como são; GeoPackage mantém.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/layer.py"/>
            <source>CHIP_INDEX: {format} holds the table without its polygons; GeoPackage holds both.</source>
            <translation>CHIP_INDEX: {format} contém a tabela sem seus polígonos; GeoPackage contém ambos.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/path.py"/>
            <source>CHIP_INDEX: {path} is not a plain file but a link, a pipe or a device; choose another file.</source>
            <translation>CHIP_INDEX: {path} não é um ficheiro comum, mas uma ligação, um pipe ou um dispositivo; escolha outro ficheiro.</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>nodata for more than half</source>
            <translation>mais da metade sem dados</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>with labels</source>
            <translation>com rótulos</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>without labels</source>
            <translation>sem rótulos</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>{split}, with labels</source>
            <translation>{split}, com rótulos</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>{split}, without labels</source>
            <translation>{split}, sem rótulos</translation>
        </message>
        <message>
            <location filename="../algorithms/chip_index/style.py"/>
            <source>Drawing the chip index</source>
            <translation>Desenho do índice de chips</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Export training data for deep learning</source>
            <translation>Exportar dados de treinamento para aprendizado profundo</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>chips,tiles,image chips,deep learning,machine learning,training data,object detection,segmentation,mask,labels,annotation,dataset,patches,bounding boxes,samples,split raster,tile images,annotations</source>
            <translation>chips,blocos,chips de imagem,aprendizado profundo,aprendizado de máquina,dados de treinamento,detecção de objetos,segmentação,máscara,rótulos,anotação,conjunto de dados,recortes,caixas delimitadoras,amostras,dividir raster,dividir imagens,anotações</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Cuts imagery into chips and writes the labels of each chip beside them.</source>
            <translation>Corta imagens em chips e grava ao lado os rótulos de cada chip.</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Turns imagery and labels into a training set for deep learning: a folder of image chips, a folder of labels, and the files that describe them as ArcGIS Pro writes them.

Chips lie on a regular grid from the raster's upper-left corner. Labels are clipped to each chip; a label counts as soon as its part in the chip has an area. Labels in another coordinate reference system are transformed to the raster's.</source>
            <translation>Transforma imagens e rótulos em um conjunto de treinamento para aprendizado profundo: uma pasta de chips de imagem, uma pasta de rótulos e os arquivos que os descrevem, tal como o ArcGIS Pro os grava.

Os chips formam uma grade regular a partir do canto superior esquerdo do raster. Os rótulos são recortados em cada chip; um rótulo conta assim que sua parte no chip tem área. Rótulos em outro sistema de referência de coordenadas são transformados para o do raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Proposing an output folder</source>
            <translation>Proposta de uma pasta de saída</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Checking the parameters</source>
            <translation>Verificação dos parâmetros</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>Preparing the export</source>
            <translation>Preparação da exportação</translation>
        </message>
        <message>
            <location filename="../algorithms/export_training_data.py"/>
            <source>The algorithm was not prepared.</source>
            <translation>O algoritmo não foi preparado.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/each_item.py"/>
            <source>OUT_FOLDER: {path} holds the chips of all {count} files of {name} already; choose another folder.</source>
            <translation>OUT_FOLDER: {path} já contém os chips de todos os {count} arquivos de {name}; escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/each_item.py"/>
            <source>File {number} of {count}: {path}</source>
            <translation>Arquivo {number} de {count}: {path}</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/export_of.py"/>
            <source>PROCESSING_MODE: {name} is no mosaic of files, so it is exported as one raster.</source>
            <translation>PROCESSING_MODE: {name} não é um mosaico de arquivos, portanto é exportado como um único raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path}, a file of {name}, is no raster that QGIS can open.</source>
            <translation>PROCESSING_MODE: {path}, um arquivo de {name}, não é um raster que o QGIS possa abrir.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path} has {bands} bands, and {name}, of which it is a file, {count}; choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: {path} tem {bands} bandas, e {name}, de que faz parte, {count}; escolha PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: {path} and {other} have different coordinate reference systems, and blocks and polygons of a split lie in one; export without a split, or choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: {path} e {other} têm sistemas de referência de coordenadas diferentes, e os blocos e polígonos de uma divisão ficam em um só; exporte sem divisão ou escolha PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: pixels of {path} are of type {type}, those of {other} of type {other_type}, and chips of one set are of one; set STRETCH, or choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: os pixels de {path} são do tipo {type}, os de {other} do tipo {other_type}, e os chips de um conjunto são de um só; indique STRETCH ou escolha PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/items.py"/>
            <source>PROCESSING_MODE: bands of {path} are named {names}, those of {other} {other_names}, and chips of one set have the same; choose PROCESS_AS_MOSAICKED_IMAGE.</source>
            <translation>PROCESSING_MODE: as bandas de {path} se chamam {names}, as de {other} {other_names}, e os chips de um conjunto têm as mesmas; escolha PROCESS_AS_MOSAICKED_IMAGE.</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/one_export.py"/>
            <source>Exporting</source>
            <translation>Exportação</translation>
        </message>
        <message>
            <location filename="../algorithms/exports/two_sets.py"/>
            <source>The rasters lie apart, so each is cut on its own pixels, into {folder}.</source>
            <translation>Os rasters ficam separados, então cada um é recortado em seus próprios pixels, em {folder}.</translation>
        </message>
        <message>
            <location filename="../algorithms/field_widget.py"/>
            <source>Listing the fields of the class data</source>
            <translation>Lista dos campos dos dados de classe</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: no second raster is given, which {format} needs.</source>
            <translation>IN_RASTER2: nenhum segundo raster foi indicado, e {format} precisa dele.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: {name} is the input raster itself; choose another raster, or leave it empty.</source>
            <translation>IN_RASTER2: {name} é o próprio raster de entrada; escolha outro raster ou deixe-o vazio.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_RASTER2: {format} has one image for each chip; leave it empty, or choose one of {formats}.</source>
            <translation>IN_RASTER2: {format} tem uma imagem por chip; deixe-o vazio ou escolha um de {formats}.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>IN_CLASS_DATA: {name} is the input raster itself; choose the layer that holds the labels.</source>
            <translation>IN_CLASS_DATA: {name} é o próprio raster de entrada; escolha a camada que contém os rótulos.</translation>
        </message>
        <message>
            <location filename="../algorithms/inputs.py"/>
            <source>OUT_FOLDER: no folder is given.</source>
            <translation>OUT_FOLDER: nenhuma pasta foi indicada.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>ROTATION_ANGLE: 360 degrees turn nothing; give an angle below, or 0 for none.</source>
            <translation>ROTATION_ANGLE: 360 graus não giram nada; indique um ângulo menor, ou 0 para nenhum.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>ROTATION_ANGLE: {format} cannot say that a chip is turned; choose TIFF, PNG or JPEG.</source>
            <translation>ROTATION_ANGLE: {format} não consegue indicar que um chip está girado; escolha TIFF, PNG ou JPEG.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>IN_CLASS_DATA: {format} has a chip for each feature, but {name} is a raster; choose a layer of polygons, points or lines, or MultiLabeled_Tiles as METADATA_FORMAT.</source>
            <translation>IN_CLASS_DATA: {format} tem um chip para cada feição, mas {name} é um raster; escolha uma camada de polígonos, pontos ou linhas, ou MultiLabeled_Tiles como METADATA_FORMAT.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>STRIDE_X, STRIDE_Y: chips of {format} lie around features, so strides are not used.</source>
            <translation>STRIDE_X, STRIDE_Y: os chips de {format} ficam em torno de feições, portanto os passos não são usados.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>{parameter}: every chip of {format} has a label, so it is not used.</source>
            <translation>{parameter}: todo chip de {format} tem um rótulo, portanto não é usado.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/checks.py"/>
            <source>{parameter}: it is for {formats}; {format} takes no notice of it.</source>
            <translation>{parameter}: é para {formats}; {format} não o leva em conta.</translation>
        </message>
        <message>
            <location filename="../algorithms/lists/chips.py"/>
            <source>Looking for the envelopes of features</source>
            <translation>Procurando os envelopes das feições</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Chips</source>
            <translation>Chips</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Size</source>
            <translation>Tamanho</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>about {size}</source>
            <translation>cerca de {size}</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Time in one thread, without the disk</source>
            <translation>Tempo em uma thread, sem o disco</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>about {count:.0f} s</source>
            <translation>cerca de {count:.0f} s</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>less than 1 s</source>
            <translation>menos de 1 s</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/planning.py"/>
            <source>Making some chips to see what they take</source>
            <translation>Fazendo alguns chips para ver quanto ocupam</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>REPORT: {path} is a folder; give a file.</source>
            <translation>REPORT: {path} é uma pasta; indique um arquivo.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>REPORT: {path} is not writable; choose another file.</source>
            <translation>REPORT: não é possível gravar em {path}; escolha outro arquivo.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Opening the chip index</source>
            <translation>Abertura do índice de chips</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Reading the export back</source>
            <translation>Releitura da exportação</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Cancelled; the training set is complete, report and chip index are not.</source>
            <translation>Cancelado; o conjunto de treinamento está completo, o relatório e o índice de chips não.</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Making the report</source>
            <translation>Criação do relatório</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Closing the chip index</source>
            <translation>Fechamento do índice de chips</translation>
        </message>
        <message>
            <location filename="../algorithms/looking/report_outputs.py"/>
            <source>Adding chip {stem} to the chip index</source>
            <translation>Adição do chip {stem} ao índice de chips</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>EMPTY_CHIPS_PERCENT: ONLY_TILES_WITH_FEATURES writes no chip without labels, so it is not used.</source>
            <translation>EMPTY_CHIPS_PERCENT: ONLY_TILES_WITH_FEATURES não grava nenhum chip sem rótulos, por isso não é usado.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>MASK_MODE: there are no IN_MASK_POLYGONS, so it is not used.</source>
            <translation>MASK_MODE: não há IN_MASK_POLYGONS, portanto não é usado.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Estimated size: at most {size}.</source>
            <translation>Tamanho estimado: no máximo {size}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>The chips are added to those in {path}; their numbers begin with {number}.</source>
            <translation>Os chips são acrescentados aos de {path}; seus números começam em {number}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Classes: {count} ({listed}).</source>
            <translation>Classes: {count} ({listed}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>CLASS_VALUE_FIELD is not set, so all labels are of class 1; fields that can be are {fields}.</source>
            <translation>CLASS_VALUE_FIELD não está definido, então todos os rótulos são da classe 1; os campos possíveis são {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>{field} holds text: its values are numbered by name.</source>
            <translation>{field} contém texto: seus valores são numerados por nome.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that lie within IN_MASK_POLYGONS: {count} of {total}.</source>
            <translation>Chips que estão dentro de IN_MASK_POLYGONS: {count} de {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that IN_MASK_POLYGONS meet: {count} of {total}; {parts} of them reach beyond and are filled there.</source>
            <translation>Chips que IN_MASK_POLYGONS toca: {count} de {total}; {parts} deles ultrapassam e são preenchidos ali.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Bands of the chips: {bands}.</source>
            <translation>Bandas dos chips: {bands}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Band {band}, which is left out, is alpha: pixels where it is 0 count as transparent.</source>
            <translation>A banda {band}, que é omitida, é alfa: os pixels onde ela é 0 contam como transparentes.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>TIFF chips are compressed: {compression}.</source>
            <translation>Os chips TIFF são comprimidos: {compression}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit as the export that OUT_FOLDER holds; STRETCH_RANGE={ranges}.</source>
            <translation>Realçado a 8 bits como a exportação que OUT_FOLDER contém; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit; STRETCH_RANGE={ranges}.</source>
            <translation>Realçado a 8 bits; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit by {kind}, estimated from {pixels} pixels all over the area, which is too large to look at all of them; STRETCH_RANGE={ranges}.</source>
            <translation>Realçado a 8 bits por {kind}, estimado a partir de {pixels} pixels de toda a área, que é grande demais para examinar todos; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Stretched to 8 bit by {kind}, exactly over all pixels; STRETCH_RANGE={ranges}.</source>
            <translation>Realçado a 8 bits por {kind}, exatamente sobre todos os pixels; STRETCH_RANGE={ranges}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Pixels where band {band} is 0 count as transparent: the raster tags that band as alpha.</source>
            <translation>Os pixels em que a banda {band} é 0 contam como transparentes: o raster marca essa banda como alfa.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips written: {chips}, {empty} of them without labels. Labels written: {objects}.</source>
            <translation>Chips gravados: {chips}, {empty} deles sem rótulos. Rótulos gravados: {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips written: {chips}.</source>
            <translation>Chips gravados: {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Time: {seconds:.1f} s, {rate} chips per second.</source>
            <translation>Tempo: {seconds:.1f} s, {rate} chips por segundo.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Tiles that the server does not have, taken as empty: {count} (the first is {url}).</source>
            <translation>Blocos que o servidor não tem, tomados como vazios: {count} (o primeiro é {url}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips whose second image has no valid pixel: {count} of {total}.</source>
            <translation>Chips cuja segunda imagem não tem pixel válido: {count} de {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that would be written: {chips}, {empty} of them without labels. Labels: {objects}.</source>
            <translation>Chips que seriam gravados: {chips}, {empty} deles sem rótulos. Rótulos: {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips that would be written: {chips}.</source>
            <translation>Chips que seriam gravados: {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips in {split}: {chips}.</source>
            <translation>Chips em {split}: {chips}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Time: {seconds:.1f} s; nothing was written.</source>
            <translation>Tempo: {seconds:.1f} s; nada foi gravado.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie outside IN_MASK_POLYGONS: {count}.</source>
            <translation>Chips omitidos por estarem fora de IN_MASK_POLYGONS: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because IN_MASK_POLYGONS do not hold their whole tile: {count}.</source>
            <translation>Chips omitidos porque IN_MASK_POLYGONS não contém todo o seu bloco: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they have no labels: {count}.</source>
            <translation>Chips omitidos porque não têm rótulos: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because EMPTY_CHIPS_PERCENT limits those without labels: {count}.</source>
            <translation>Chips omitidos porque EMPTY_CHIPS_PERCENT limita os que não têm rótulos: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie on the border between two splits: {count}.</source>
            <translation>Chips omitidos porque estão no limite entre duas partições: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie in no split with their whole tile: {count}.</source>
            <translation>Chips omitidos porque não estão em uma partição com todo o seu bloco: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they lie outside SPLIT_POLYGONS: {count}.</source>
            <translation>Chips omitidos porque estão fora de SPLIT_POLYGONS: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Chips left out because they have no valid pixel: {count}.</source>
            <translation>Chips omitidos porque não têm nenhum pixel válido: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features with an invalid geometry that was repaired: {count} (ids {ids}).</source>
            <translation>Feições com geometria inválida que foi reparada: {count} (ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features of which only the polygons were taken, no points or lines: {count} (ids {ids}).</source>
            <translation>Feições das quais só os polígonos foram tomados, sem pontos nem linhas: {count} (ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because they are points or lines, not polygons: {count} (ids {ids}).</source>
            <translation>Feições deixadas de fora por serem pontos ou linhas, não polígonos: {count} (ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because their geometry cannot be used: {count} (ids {ids}).</source>
            <translation>Feições omitidas porque sua geometria não pode ser usada: {count} (ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features left out because they have no class: {count} (ids {ids}).</source>
            <translation>Feições omitidas porque não têm classe: {count} (ids {ids}).</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels that no pixel shows, since they cover no pixel's centre or lie under others: {count}.</source>
            <translation>Rótulos que nenhum pixel mostra, porque não cobrem o centro de nenhum pixel ou estão sob outros: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out because their box has no width or no height in two decimals: {count}.</source>
            <translation>Rótulos deixados de fora porque sua caixa não tem largura ou altura com duas casas decimais: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Instances written: {count}.</source>
            <translation>Instâncias gravadas: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Features cut by IN_MASK_POLYGONS, which take a part of them: {count}.</source>
            <translation>Feições recortadas por IN_MASK_POLYGONS, das quais resta uma parte: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out by MIN_POLYGON_OVERLAP_RATIO, too little of their feature: {count}.</source>
            <translation>Rótulos omitidos por MIN_POLYGON_OVERLAP_RATIO, muito pouco da sua feição: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/messages.py"/>
            <source>Labels left out by MIN_OBJECT_SIZE, a side of their box is shorter: {count}.</source>
            <translation>Rótulos omitidos por MIN_OBJECT_SIZE, um lado da sua caixa é mais curto: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/classes.py"/>
            <source>Reading the classes</source>
            <translation>Leitura das classes</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>{stride} pixels are more than a tile of {tile}, so the pixels between chips are in none; a stride up to the tile size leaves no gap.</source>
            <translation>{stride} pixels são mais que um bloco de {tile}, portanto os pixels entre os chips não estão em nenhum; um passo de até o tamanho do bloco não deixa lacunas.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>{tile} pixels are more than the raster's {pixels}, so the rest of each chip is nodata, or 0; a smaller tile is filled.</source>
            <translation>{tile} pixels são mais que os {pixels} do raster, portanto o resto de cada chip é nodata, ou 0; um bloco menor fica preenchido.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/doubts.py"/>
            <source>BUFFER_RADIUS: {radius} {unit} is more than the whole raster measures ({size}), so a single label can cover all chips; the unit is that of {name}.</source>
            <translation>BUFFER_RADIUS: {radius} {unit} é mais do que mede o raster inteiro ({size}), portanto um único rótulo pode cobrir todos os chips; a unidade é a de {name}.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/imagery.py"/>
            <source>Opening the raster {name}</source>
            <translation>Abertura do raster {name}</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/imagery.py"/>
            <source>IMAGE_CHIP_FORMAT: {format} holds no alpha band, so band {band} of {name} is left out; transparent pixels hold the nodata value, or 0, and count in no statistic.</source>
            <translation>IMAGE_CHIP_FORMAT: {format} não tem banda alfa, por isso a banda {band} de {name} fica de fora; os pixels transparentes contêm o valor sem dados, ou 0, e não contam em nenhuma estatística.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: with REFERENCE_SYSTEM PIXEL_SPACE nothing says where a second raster lies; leave it empty, or choose MAP_SPACE.</source>
            <translation>IN_RASTER2: com REFERENCE_SYSTEM PIXEL_SPACE nada diz onde fica um segundo raster; deixe-o vazio ou escolha MAP_SPACE.</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: {format} holds no chips of {name}, which has {bands} bands of type {type}; choose another IMAGE_CHIP_FORMAT, or convert that raster first (Raster &gt; Conversion &gt; Translate).</source>
            <translation>IN_RASTER2: {format} não comporta chips de {name}, que tem {bands} bandas do tipo {type}; escolha outro IMAGE_CHIP_FORMAT ou converta antes esse raster (Raster &gt; Converter &gt; Converter formato).</translation>
        </message>
        <message>
            <location filename="../algorithms/opening/second.py"/>
            <source>IN_RASTER2: no transformation leads from the coordinate reference system of {raster} to that of {second}; correct the one that is wrong in the layer's properties.</source>
            <translation>IN_RASTER2: nenhuma transformação leva do sistema de referência de coordenadas de {raster} ao de {second}; corrija o que estiver errado nas propriedades da camada.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Cell size</source>
            <translation>Tamanho da célula</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Width and height of a chip's pixels in map units of the raster. Not set: the raster's own. Layers without a resolution of their own need one: XYZ and other tiles (the size of a zoom level gives its own pixels), WMS and map services. Files and tiles are resampled to the nearest pixel; services that send any size resample by themselves.</source>
            <translation>Largura e altura dos pixels de um chip em unidades de mapa do raster. Não indicado: os do raster. Camadas sem resolução própria precisam de um: XYZ e outros blocos (o tamanho de um nível de zoom dá exatamente seus pixels), WMS e serviços de mapas. Arquivos e blocos são reamostrados para o pixel mais próximo; serviços que enviam qualquer tamanho reamostram por si mesmos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Extent</source>
            <translation>Extensão</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>The area to export, snapped outward to whole pixels; what lies outside counts as beyond the raster. Not set: the whole raster. XYZ tiles need one.</source>
            <translation>A área a exportar, ajustada para fora a pixels inteiros; o que fica fora conta como além do raster. Não indicada: todo o raster. Blocos XYZ precisam de uma.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Mask polygons</source>
            <translation>Polígonos de máscara</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Polygons of the area whose labels are complete, in any coordinate reference system. Only what lies within them is written, so that nothing unlabelled is shown as background. Not set: the whole raster.</source>
            <translation>Polígonos da área cujos rótulos estão completos, em qualquer sistema de referência de coordenadas. Só é gravado o que está dentro deles, para que nada sem rótulo apareça como fundo. Sem valor: o raster inteiro.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Mask mode</source>
            <translation>Modo de máscara</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>What becomes of chips that reach beyond the mask polygons. CHIPS_INSIDE: only chips whose whole tile lies within the polygons are written. BLACKEN_OUTSIDE: pixels whose centre lies outside hold the nodata value, or 0, and count in no statistic; labels are cut to the polygons.</source>
            <translation>O que acontece com chips que ultrapassam os polígonos de máscara. CHIPS_INSIDE: só são gravados os chips cujo bloco inteiro está dentro dos polígonos. BLACKEN_OUTSIDE: pixels cujo centro está fora têm o valor nodata, ou 0, e não contam em nenhuma estatística; os rótulos são recortados pelos polígonos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Empty chips percent</source>
            <translation>Percentual de chips vazios</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>With ALL_TILES: at most so many chips without labels are written, in percent of those with labels. They are drawn at random, always the same ones. Where there is a split, that goes for train; valid and test keep all of theirs. Not set: all.</source>
            <translation>Com ALL_TILES: no máximo tantos chips sem rótulos são gravados, em percentual dos que os têm. São sorteados, sempre os mesmos. Onde há uma divisão, isso vale para train; valid e test mantêm todos os seus. Não definido: todos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Plan only</source>
            <translation>Apenas planejar</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Write no chip, only the report and the chip index of what would be written, from one look at the labels: chips, labels of each class and split, and what the export would take. The output folder is not touched.</source>
            <translation>Não gravar nenhum chip, apenas o relatório e o índice de chips do que seria gravado, a partir de uma leitura dos rótulos: chips, rótulos de cada classe e partição, e o que a exportação ocuparia. A pasta de saída não é tocada.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Report</source>
            <translation>Relatório</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>A page about the finished training set, for a browser: counts and sizes of the labels, what is worth a look before training, and pictures of up to 24 chips with their labels.</source>
            <translation>Uma página para o navegador sobre o conjunto de treinamento pronto: número e tamanho dos rótulos, o que vale olhar antes de treinar e imagens de até 24 chips com seus rótulos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Chip index</source>
            <translation>Índice de chips</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>A polygon layer of the chips: where each lies, its files, its labels, and the share of its pixels that are valid.</source>
            <translation>Uma camada de polígonos dos chips: onde cada um está, seus arquivos, seus rótulos e a proporção de seus pixels válidos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Dataset description</source>
            <translation>Descrição do conjunto de dados</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Also write croissant.json, which catalogues and loaders of training data read: files, bands, classes, and where the data lies. Licence, citation and authors are for you to add; what you add stays when chips are added.</source>
            <translation>Gravar também croissant.json, que catálogos e carregadores de dados de treinamento leem: arquivos, bandas, classes e onde os dados estão. Licença, citação e autores são você quem acrescenta; o que acrescentar permanece quando chips são adicionados.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Minimum polygon overlap ratio</source>
            <translation>Proporção mínima de sobreposição</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Least share of a feature's area, from 0 to 1, that a chip has to show; a part that is less is no label of that chip, in boxes, masks and class maps alike. 0 keeps every part, 1 only features that lie in the chip as a whole. A classified raster takes no notice of it.</source>
            <translation>Proporção mínima da área de uma feição, de 0 a 1, que um chip tem de mostrar; uma parte menor não é rótulo desse chip, nem em caixas, nem em máscaras, nem em mapas de classes. 0 mantém todas as partes, 1 apenas as feições inteiras no chip. Não se aplica a um raster classificado.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Minimum object size</source>
            <translation>Tamanho mínimo de objeto</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Least length in pixels of the shorter side of the box that an object has in a chip; smaller objects are no labels, in boxes, masks and class maps alike. Of a classified raster the objects are the regions of one class that a chip shows.</source>
            <translation>Comprimento mínimo, em pixels, do lado mais curto da caixa que um objeto tem num chip; objetos menores não são rótulos, nem em caixas, nem em máscaras, nem em mapas de classes. Num raster classificado, os objetos são as regiões de uma classe que um chip mostra.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Instance data</source>
            <translation>Dados de instâncias</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>For Panoptic_Segmentation: the objects that are told apart one by one, polygons or a classified raster in any coordinate reference system, beside the input class data, which say of each pixel what it is.</source>
            <translation>Para Panoptic_Segmentation: os objetos que são distinguidos um a um, polígonos ou um raster classificado em qualquer sistema de referência de coordenadas, ao lado dos dados de classe, que dizem de cada pixel o que ele é.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Instance class value field</source>
            <translation>Campo do valor de classe das instâncias</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>The field that tells classes of the instance data apart, as the class value field does for the class data; class 0 is not taken.</source>
            <translation>O campo que distingue as classes dos dados de instâncias, como o campo do valor de classe faz para os dados de classe; a classe 0 não é aceita.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Selected features only</source>
            <translation>Somente feições selecionadas</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Only features that are selected in the layer of the class data become labels; classes are those of these features. Off: all features, selected or not.</source>
            <translation>Somente as feições selecionadas na camada dos dados de classe viram rótulos; as classes são as dessas feições. Desligado: todas as feições, selecionadas ou não.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Validation percent</source>
            <translation>Percentual de validação</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Share of the chips with labels that goes into the folder valid. The map is cut into blocks, each of which is train, valid or test as a whole, so that no ground is in two of them; chips on a border between two are not written. Blocks are chosen so that each class is shared out alike. 0 for this and the test: no split.</source>
            <translation>Proporção dos chips com rótulos que vai para a pasta valid. O mapa é cortado em parcelas, cada uma das quais é train, valid ou test por inteiro, de modo que nenhum terreno está em duas delas; chips no limite entre duas não são gravados. As parcelas são escolhidas de modo que cada classe seja repartida por igual. 0 aqui e no teste: sem divisão.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Test percent</source>
            <translation>Percentual de teste</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Share of the chips with labels that goes into the folder test, likewise.</source>
            <translation>Proporção dos chips com rótulos que vai para a pasta test, da mesma forma.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split block size</source>
            <translation>Tamanho da parcela da divisão</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Side of a block in map units of the raster, at least a tile. Not set: 8 tiles. Small blocks share out rare classes more evenly, large ones cost fewer chips on borders and lie further apart. An export that is added to a folder keeps the blocks that are there.</source>
            <translation>Lado de uma parcela em unidades do mapa do raster, no mínimo um bloco. Não definido: 8 blocos. Parcelas pequenas repartem melhor as classes raras; as grandes custam menos chips nos limites e ficam mais distantes. Uma exportação acrescentada a uma pasta mantém as parcelas que estão lá.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split seed</source>
            <translation>Semente da divisão</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Another number gives another split.</source>
            <translation>Outro número dá outra divisão.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Split polygons</source>
            <translation>Polígonos da divisão</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/advanced.py"/>
            <source>Polygons in place of shares and blocks, in any coordinate reference system; their text field split says train, valid or test. A chip is written where its whole tile lies in polygons of one split and in none of another.</source>
            <translation>Polígonos no lugar de proporções e parcelas, em qualquer sistema de referência de coordenadas; seu campo de texto split diz train, valid ou test. Um chip é gravado onde todo o seu bloco está em polígonos de uma partição e em nenhum de outra.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Input raster</source>
            <translation>Raster de entrada</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The imagery: a raster file, a virtual mosaic, or a layer of a web service (XYZ, WMS, WMTS, WCS, ArcGIS image or map service). Chips keep its pixels, bands, pixel type and nodata value; nothing is resampled unless a cell size is set. Services that draw pictures give red, green and blue; their transparent pixels are 0 and masked out.</source>
            <translation>As imagens: um arquivo raster, um mosaico virtual ou uma camada de um serviço web (XYZ, WMS, WMTS, WCS, serviço de imagens ou de mapas do ArcGIS). Os chips mantêm seus pixels, bandas, tipo de pixel e valor sem dados; nada é reamostrado, a menos que se indique um tamanho de célula. Serviços que desenham imagens dão vermelho, verde e azul; seus pixels transparentes são 0 e ficam mascarados.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Output folder</source>
            <translation>Pasta de saída</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Gets the folders images and labels and the files that describe them. It is created if it does not exist; nothing in it is overwritten. Choose one that stays, such as training_data in your home folder: a temporary folder goes when QGIS closes.</source>
            <translation>Recebe as pastas images e labels e os arquivos que as descrevem. É criada se não existir; nada nela é sobrescrito. Escolha uma que fique, como training_data na sua pasta pessoal: uma pasta temporária some quando o QGIS fecha.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Input class data</source>
            <translation>Dados de classes</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The labels, in any coordinate reference system: polygons, points or lines (with a buffer radius), or a classified raster, whose pixels are class values; 0 and nodata mean no class. Export_Tiles and CycleGAN have no labels and need none.</source>
            <translation>Os rótulos, em qualquer sistema de referência de coordenadas: polígonos, pontos ou linhas (com um raio de buffer), ou um raster classificado, cujos pixels são valores de classe; 0 e sem dados significam nenhuma classe. Export_Tiles e CycleGAN não têm rótulos e não precisam deles.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Image chip format</source>
            <translation>Formato dos chips de imagem</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>TIFF (any pixels), PNG (8 or 16 bit, up to 4 bands), JPEG (8 bit, 1 or 3 bands) or MRF (any pixels).</source>
            <translation>TIFF (quaisquer pixels), PNG (8 ou 16 bits, até 4 bandas), JPEG (8 bits, 1 ou 3 bandas) ou MRF (quaisquer pixels).</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Tile size X</source>
            <translation>Tamanho do bloco X</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Width of a chip in pixels.</source>
            <translation>Largura de um chip em pixels.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Tile size Y</source>
            <translation>Tamanho do bloco Y</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Height of a chip in pixels.</source>
            <translation>Altura de um chip em pixels.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Stride X</source>
            <translation>Passo X</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Step to the next chip on the right in pixels. The tile size gives chips side by side, half of it an overlap of 50 %.</source>
            <translation>Passo até o próximo chip à direita, em pixels. O tamanho do bloco dá chips lado a lado; a metade, uma sobreposição de 50 %.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Stride Y</source>
            <translation>Passo Y</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Step to the next chip below in pixels.</source>
            <translation>Passo até o próximo chip abaixo, em pixels.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Output no feature tiles</source>
            <translation>Chips sem feições</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>ALL_TILES writes every chip, ONLY_TILES_WITH_FEATURES only those that show a label. Chips without any valid pixel are never written.</source>
            <translation>ALL_TILES grava todos os chips; ONLY_TILES_WITH_FEATURES, só os que mostram um rótulo. Chips sem nenhum pixel válido nunca são gravados.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Metadata format</source>
            <translation>Formato dos metadados</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>How labels are written: KITTI_rectangles (text) or PASCAL_VOC_rectangles (XML), the box of each label's part in the chip; Classified_Tiles, an image of class values; RCNN_Masks, an image of numbered objects per class; COCO, boxes and outlines of all chips in one JSON file; YOLO_detect, YOLO_segment and YOLO_obb, text with a box, an outline or a rotated rectangle for each label, and data.yaml; DOTA, text with rotated rectangles; Labeled_Tiles, one chip for each feature, and XML with its class and box; MultiLabeled_Tiles, XML with the names of the classes that a chip shows; Imagenet, one chip for each feature, in the folder of its class; Export_Tiles, chips alone, without labels; CycleGAN, the same of two rasters, in folders A and B; Panoptic_Segmentation, an image of class values, and one of numbered objects for each class of the instance data. COCO, YOLO and DOTA take chips of 8 bit with 1, 3 or 4 bands.</source>
            <translation>Como os rótulos são gravados: KITTI_rectangles (texto) ou PASCAL_VOC_rectangles (XML), o retângulo da parte de cada rótulo no chip; Classified_Tiles, uma imagem de valores de classe; RCNN_Masks, uma imagem de objetos numerados por classe; COCO, retângulos e contornos de todos os chips em um arquivo JSON; YOLO_detect, YOLO_segment e YOLO_obb, texto com um retângulo, um contorno ou um retângulo girado para cada rótulo, e data.yaml; DOTA, texto com retângulos girados; Labeled_Tiles, um recorte para cada feição e XML com sua classe e seu retângulo; MultiLabeled_Tiles, XML com os nomes das classes que um chip mostra; Imagenet, um recorte para cada feição na pasta de sua classe; Export_Tiles, somente os chips, sem rótulos; CycleGAN, o mesmo de dois rasters, nas pastas A e B; Panoptic_Segmentation, uma imagem de valores de classe e uma de objetos numerados para cada classe dos dados de instâncias. COCO, YOLO e DOTA aceitam chips de 8 bits com 1, 3 ou 4 bandas.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Start index</source>
            <translation>Índice inicial</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Number of the first chip; file names count up from it. -1 appends: it stands for the number after the last chip in the output folder, 0 in a new one, so that one batch can put several rasters into one folder.</source>
            <translation>Número do primeiro chip; os nomes dos arquivos contam a partir dele. -1 acrescenta: equivale ao número seguinte ao último chip da pasta de saída, 0 em uma pasta nova, de modo que um lote pode pôr vários rasters em uma pasta.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Class value field</source>
            <translation>Campo do valor de classe</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>The field that tells classes apart: whole numbers from 0, or text, which is numbered from 1 by sorted name. Not set: a field named classvalue or value; if there is none, all labels are one class.</source>
            <translation>O campo que distingue as classes: números inteiros a partir de 0, ou texto, que é numerado a partir de 1 por ordem de nome. Não indicado: um campo chamado classvalue ou value; se não houver, todos os rótulos são de uma classe.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Buffer radius</source>
            <translation>Raio do buffer</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/documented.py"/>
            <source>Radius of the area around each feature, in units of the class data's layer. Points and lines need one; polygons grow by it.</source>
            <translation>Raio da área ao redor de cada feição, em unidades da camada de dados de classes. Pontos e linhas precisam de um; polígonos crescem com ele.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not what this parameter takes.</source>
            <translation>{name}: {value} não é o que este parâmetro aceita.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a whole number from {minimum} to {maximum}.</source>
            <translation>{name}: {value} não é um número inteiro de {minimum} a {maximum}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a number from {minimum} to {maximum}.</source>
            <translation>{name}: {value} não é um número de {minimum} a {maximum}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is neither true nor false.</source>
            <translation>{name}: {value} não é nem true nem false.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not one of {choices}.</source>
            <translation>{name}: {value} não é nenhum de {choices}.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/kinds.py"/>
            <source>{name}: {value} is not a length above 0.</source>
            <translation>{name}: {value} não é um comprimento acima de 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Rotation angle</source>
            <translation>Ângulo de rotação</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Each chip is written once more at every multiple of this angle below 360 degrees, turned clockwise about its centre: 45 gives 8 chips for one. Each pixel is the nearest of the raster; labels are turned as polygons before they are cut to the chip. 0: chips are not turned.</source>
            <translation>Cada chip é escrito mais uma vez em cada múltiplo deste ângulo abaixo de 360 graus, girado no sentido horário em torno do seu centro: 45 dá 8 chips para um. Cada pixel é o mais próximo do raster; os rótulos são girados como polígonos antes de serem cortados ao chip. 0: os chips não são girados.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Reference system</source>
            <translation>Sistema de referência</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>MAP_SPACE: chips lie on the map, and the raster has to be north up. PIXEL_SPACE: the raster is cut in its own rows and columns, however it is placed: rotated, by ground control points or by a camera model (RPC). Labels are brought there by the raster's own transformation; chips have no coordinate reference system, their world files count pixels, and lengths in map units of the raster are in pixels. Cell size and extent cannot be set.</source>
            <translation>MAP_SPACE: os chips ficam no mapa, e o raster deve estar orientado para o norte. PIXEL_SPACE: o raster é cortado em suas próprias linhas e colunas, como quer que esteja posicionado: girado, por pontos de controle ou por um modelo de câmera (RPC). A transformação do próprio raster leva os rótulos até lá; os chips não têm sistema de referência de coordenadas, seus arquivos world contam pixels, e comprimentos em unidades de mapa do raster são em pixels. Tamanho de célula e extensão não podem ser definidos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Processing mode</source>
            <translation>Modo de processamento</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>What a mosaic of files (a virtual raster or a tile index) is. PROCESS_AS_MOSAICKED_IMAGE: one raster. PROCESS_ITEMS_SEPARATELY: each of its files is a raster of its own, with its own grid, coordinate reference system and cell size; numbers, classes and statistics go on from file to file.</source>
            <translation>O que é um mosaico de arquivos (um raster virtual ou um índice de blocos). PROCESS_AS_MOSAICKED_IMAGE: um raster. PROCESS_ITEMS_SEPARATELY: cada um de seus arquivos é um raster próprio, com sua grade, seu sistema de referência e seu tamanho de célula; números, classes e estatísticas continuam de arquivo em arquivo.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Crop mode</source>
            <translation>Modo de corte</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>How large the chips of Labeled_Tiles and Imagenet are, which have one chip for each feature. FIXED_SIZE: of the tile size, centred on the feature, and moved inside the raster where it is large enough. BOUNDING_BOX: the feature's envelope in whole pixels. Other formats take no notice of it.</source>
            <translation>O tamanho dos chips de Labeled_Tiles e Imagenet, que têm um para cada feição. FIXED_SIZE: o do bloco, centrado na feição e movido para dentro do raster onde este é grande o bastante. BOUNDING_BOX: o envelope da feição em pixels inteiros. Outros formatos não o levam em conta.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>Blacken around feature</source>
            <translation>Escurecer em torno da feição</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/lists.py"/>
            <source>For Labeled_Tiles and Imagenet: pixels whose centre lies outside the chip's feature hold the nodata value, or 0, and count in no statistic. Other formats take no notice of it.</source>
            <translation>Para Labeled_Tiles e Imagenet: os pixels cujo centro fica fora da feição do chip têm o valor sem dados, ou 0, e não contam em nenhuma estatística. Outros formatos não o levam em conta.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: band {band} is given twice; give each band once.</source>
            <translation>{name}: a banda {band} foi indicada duas vezes; indique cada banda uma vez.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is not a list of band numbers; give numbers such as 3;2;1.</source>
            <translation>{name}: {value} não é uma lista de números de banda; dê números como 3;2;1.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is no range; the first value has to be less than the second.</source>
            <translation>{name}: {value} não é um intervalo; o primeiro valor tem de ser menor que o segundo.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixel_kinds.py"/>
            <source>{name}: {value} is not a list of ranges; give least and greatest value as in 0,3000;10,2500.</source>
            <translation>{name}: {value} não é uma lista de intervalos; dê o menor e o maior valor como em 0,3000;10,2500.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Bands</source>
            <translation>Bandas</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>The raster's bands that chips have, in the order given. Not set: all of them. A raster's alpha band that is not among them is left out, but still tells which pixels are transparent: they hold the nodata value, or 0, and count in no statistic.</source>
            <translation>As bandas do raster que os chips têm, na ordem dada. Não definido: todas. Uma banda alfa do raster que não esteja entre elas é omitida, mas continua a dizer quais pixels são transparentes: eles têm o valor sem dados, ou 0, e não contam em nenhuma estatística.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Stretch</source>
            <translation>Realce</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Makes chips of 8 bit, with one stretch for each band in the whole export: from the least to the greatest value (MINIMUM_MAXIMUM), between 2 % and 98 % of the values (CUMULATIVE_CUT), or two standard deviations around the mean (STANDARD_DEVIATION). Values become 1 to 255, nodata 0. All pixels of the area are looked at, of a very large one a sample. An export that is added to a folder takes the numbers of the first one. An alpha band is not stretched.</source>
            <translation>Faz chips de 8 bits, com um realce por banda para toda a exportação: do menor ao maior valor (MINIMUM_MAXIMUM), entre 2 % e 98 % dos valores (CUMULATIVE_CUT) ou dois desvios padrão em torno da média (STANDARD_DEVIATION). Os valores passam a ser 1 a 255, sem dados 0. Todos os pixels da área são examinados; de uma muito grande, uma amostra. Uma exportação acrescentada a uma pasta usa os números da primeira. Uma banda alfa não é realçada.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Stretch range</source>
            <translation>Intervalo do realce</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>The numbers of the stretch in place of those that STRETCH finds, as min,max;min,max: the values that become 1 and 255, one pair for all bands or one for each. The log of an export states its numbers like this, for a second scene.</source>
            <translation>Os números do realce em lugar dos que STRETCH encontra, como min,max;min,max: os valores que passam a ser 1 e 255, um par para todas as bandas ou um para cada uma. O registo de uma exportação indica os seus números assim, para uma segunda cena.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Second raster</source>
            <translation>Segundo raster</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>A second image for each chip of Classified_Tiles, Export_Tiles and CycleGAN, such as the same place at another time: the nearest pixel of this raster under the centre of each of the chip's, with its own bands and pixel type, in the folder images2 (CycleGAN: B). Any cell size and coordinate reference system; BANDS and STRETCH are of the input raster alone. CycleGAN cuts rasters that lie apart each on its own pixels. Not set: none.</source>
            <translation>Uma segunda imagem para cada chip de Classified_Tiles, Export_Tiles e CycleGAN, como o mesmo lugar em outro momento: o pixel mais próximo deste raster sob o centro de cada pixel do chip, com suas próprias bandas e seu tipo de pixel, na pasta images2 (CycleGAN: B). Qualquer tamanho de célula e sistema de referência de coordenadas; BANDS e STRETCH são só do raster de entrada. CycleGAN recorta rasters que ficam separados cada um em seus próprios pixels. Não definido: nenhuma.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>TIFF compression</source>
            <translation>Compressão TIFF</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>How TIFF chips are compressed, without loss: NONE (training reads them fastest), LZW, DEFLATE (small and quick to write) or ZSTD (quickest, where GDAL has it; OpenCV does not open it). Other formats take no notice of it.</source>
            <translation>Como os chips TIFF são comprimidos, sem perda: NONE (o treino os lê mais depressa), LZW, DEFLATE (pequeno e rápido de escrever) ou ZSTD (o mais rápido, onde o GDAL o tem; o OpenCV não o abre). Os outros formatos ignoram-no.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>Label raster format</source>
            <translation>Formato dos rasters de rótulos</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/pixels.py"/>
            <source>What label rasters are, of Classified_Tiles and RCNN_Masks: TIFF, or PNG for programs that read no TIFF, such as TensorFlow. PNG has the colours of the classes, and holds values up to 65535.</source>
            <translation>O que são os rasters de rótulos de Classified_Tiles e RCNN_Masks: TIFF, ou PNG para programas que não leem TIFF, como o TensorFlow. PNG tem as cores das classes e comporta valores até 65535.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not a number; give a distance in units of the labels' layer.</source>
            <translation>{name}: {value} não é um número; indique uma distância em unidades da camada de rótulos.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not the name of one field.</source>
            <translation>{name}: {value} não é o nome de um campo.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>{name}: {value} is not a path; give one as text.</source>
            <translation>{name}: {value} não é um caminho; indique um como texto.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/places.py"/>
            <source>HTML files (*.html)</source>
            <translation>Arquivos HTML (*.html)</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Workers</source>
            <translation>Processos</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Processes that make chips beside each other, without QGIS, where the work is long enough to pay for their start. The files are the same for any number. 1: this process alone. Not set: as many as Processing's setting of threads says.</source>
            <translation>Processos que fazem chips lado a lado, sem o QGIS, quando o trabalho é longo o bastante para compensar o seu arranque. Os arquivos são os mesmos com qualquer número. 1: só este processo. Não definido: tantos quantos diz a configuração de threads do Processamento.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Dask scheduler</source>
            <translation>Escalonador Dask</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>Address of a Dask scheduler whose workers make the chips in place of processes on this machine; they must see imagery and output folder under the same paths, and have this plugin's package. Workers is then the most that are used. Not set: this machine.</source>
            <translation>Endereço de um escalonador Dask cujos trabalhadores fazem os chips em vez de processos desta máquina; eles precisam ver as imagens e a pasta de saída nos mesmos caminhos e ter o pacote deste complemento. Processos é então o máximo usado. Não definido: esta máquina.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/processes.py"/>
            <source>{name}: {value} is no address of a Dask scheduler, such as tcp://host:8786.</source>
            <translation>{name}: {value} não é o endereço de um escalonador Dask, como tcp://host:8786.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Image chips written.</source>
            <translation>Chips de imagem gravados.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Features</source>
            <translation>Feições</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Labels written, one per feature and chip.</source>
            <translation>Rótulos gravados, um por feição e chip.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Classes</source>
            <translation>Classes</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Classes of the class data.</source>
            <translation>Classes dos dados de classes.</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Empty chips</source>
            <translation>Chips vazios</translation>
        </message>
        <message>
            <location filename="../algorithms/parameters/table.py"/>
            <source>Image chips written that show no label.</source>
            <translation>Chips de imagem gravados que não mostram nenhum rótulo.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>Reading the polygons of the mask</source>
            <translation>Lendo os polígonos da máscara</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>IN_MASK_POLYGONS: the polygons of {name} meet no chip; check that layer and EXTENT.</source>
            <translation>IN_MASK_POLYGONS: os polígonos de {name} não tocam nenhum chip; verifique essa camada e EXTENT.</translation>
        </message>
        <message>
            <location filename="../algorithms/polygon_areas.py"/>
            <source>IN_MASK_POLYGONS: no chip lies within the polygons of {name} with its whole tile; draw them larger, make TILE_SIZE_X and TILE_SIZE_Y smaller, or set MASK_MODE to BLACKEN_OUTSIDE.</source>
            <translation>IN_MASK_POLYGONS: nenhum chip está com todo o seu bloco dentro dos polígonos de {name}; desenhe-os maiores, diminua TILE_SIZE_X e TILE_SIZE_Y ou defina MASK_MODE como BLACKEN_OUTSIDE.</translation>
        </message>
        <message>
            <location filename="../algorithms/preparation.py"/>
            <source>Opening the class data {name}</source>
            <translation>Abertura dos dados de classe {name}</translation>
        </message>
        <message>
            <location filename="../algorithms/preparation.py"/>
            <source>Looking at the data</source>
            <translation>Exame dos dados</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} has points or lines; give polygons or a classified raster.</source>
            <translation>IN_CLASS_DATA: {name} tem pontos ou linhas; indique polígonos ou um raster classificado.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} is neither a vector nor a raster layer.</source>
            <translation>IN_CLASS_DATA: {name} não é nem uma camada vetorial nem uma camada raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {radius} is not a distance from 0.</source>
            <translation>BUFFER_RADIUS: {radius} não é uma distância a partir de 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {name} is a raster, which has no radius; set it to 0.</source>
            <translation>BUFFER_RADIUS: {name} é um raster, que não tem raio; defina-o como 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>BUFFER_RADIUS: {name} has points or lines, which need a radius above 0 in units of that layer.</source>
            <translation>BUFFER_RADIUS: {name} tem pontos ou linhas, que precisam de um raio acima de 0 em unidades dessa camada.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>IN_CLASS_DATA: {name} is the points or lines of a file that mixes types of geometry; choose its polygons with {source}, or set BUFFER_RADIUS above 0.</source>
            <translation>IN_CLASS_DATA: {name} são os pontos ou linhas de um arquivo que mistura tipos de geometria; escolha seus polígonos com {source}, ou defina BUFFER_RADIUS acima de 0.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {layer} is a raster and has no field {name}; leave it empty.</source>
            <translation>CLASS_VALUE_FIELD: {layer} é um raster e não tem o campo {name}; deixe-o vazio.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {layer} has no field {name}; its fields are {fields}.</source>
            <translation>CLASS_VALUE_FIELD: {layer} não tem o campo {name}; seus campos são {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: {name} is a field of type {type}, which holds no classes; fields of {layer} that can are {fields}.</source>
            <translation>CLASS_VALUE_FIELD: {name} é um campo do tipo {type}, que não contém classes; os campos de {layer} que podem são {fields}.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/class_data.py"/>
            <source>CLASS_VALUE_FIELD: QGIS takes the name {name} for a list of fields, since it has a semicolon; rename that field.</source>
            <translation>CLASS_VALUE_FIELD: o QGIS toma o nome {name} por uma lista de campos, pois tem um ponto e vírgula; renomeie esse campo.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/unlabelled.py"/>
            <source>OUTPUT_NOFEATURE_TILES: {format} writes no labels, so no chip would show one; choose ALL_TILES.</source>
            <translation>OUTPUT_NOFEATURE_TILES: {format} não grava rótulos, portanto nenhum chip mostraria um; escolha ALL_TILES.</translation>
        </message>
        <message>
            <location filename="../algorithms/reading/unlabelled.py"/>
            <source>{format} writes no labels and takes no notice of it.</source>
            <translation>{format} não grava rótulos e não o leva em conta.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Measuring the pixels</source>
            <translation>Medição dos pixels</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Opening the journal</source>
            <translation>Abertura do diário</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Taking up the journal</source>
            <translation>Retomada do diário</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>An earlier run was interrupted; going on at chip {done} of {total}.</source>
            <translation>Uma execução anterior foi interrompida; continuando no chip {done} de {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>OUT_FOLDER: another export has written to {path} meanwhile; start again.</source>
            <translation>OUT_FOLDER: outra exportação gravou em {path} nesse meio-tempo; comece de novo.</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Looking for features without geometry</source>
            <translation>Busca de feições sem geometria</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Checking the chips in {path}</source>
            <translation>Verificação dos chips em {path}</translation>
        </message>
        <message>
            <location filename="../algorithms/running.py"/>
            <source>Writing the dataset files</source>
            <translation>Gravação dos arquivos do conjunto</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Classes without a label in any chip: {classes}.</source>
            <translation>Classes sem rótulo em nenhum chip: {classes}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label: MIN_POLYGON_OVERLAP_RATIO and MIN_OBJECT_SIZE left out {count}; lower these.</source>
            <translation>Nenhum chip mostra um rótulo: MIN_POLYGON_OVERLAP_RATIO e MIN_OBJECT_SIZE omitiram {count}; diminua-os.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label: those that lie in chips are too small to show ({count}); a smaller CELL_SIZE or a BUFFER_RADIUS helps.</source>
            <translation>Nenhum chip mostra um rótulo: os que estão nos chips são pequenos demais para aparecer ({count}); uma CELL_SIZE menor ou um BUFFER_RADIUS ajuda.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>No chip shows a label; features that lie outside the chips: {count} of {total}.</source>
            <translation>Nenhum chip mostra um rótulo; feições que estão fora dos chips: {count} de {total}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>The export is in a temporary folder, which goes when QGIS closes; copy {path} to keep it.</source>
            <translation>A exportação está em uma pasta temporária, que some quando o QGIS fecha; copie {path} para mantê-la.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Cancelled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/afterwards.py"/>
            <source>Cancelled; the chips written so far remain in {path}, without dataset files. The same call goes on behind them; to begin anew, delete the folder first.</source>
            <translation>Cancelado; os chips gravados até agora ficam em {path}, sem os arquivos do conjunto. A mesma chamada continua depois deles; para recomeçar, apague antes a pasta.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} ({columns} across, {rows} down, at {angles} angles), {width} x {height} pixels each.</source>
            <translation>Chips planejados: {total} ({columns} na largura, {rows} na altura, em {angles} ângulos), de {width} x {height} pixels cada.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} (around {features} features, at {angles} angles), {width} x {height} pixels each.</source>
            <translation>Chips planejados: {total} (em torno de {features} feições, em {angles} ângulos), de {width} x {height} pixels cada.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} (around {features} features, at {angles} angles), as large as the features' envelopes.</source>
            <translation>Chips planejados: {total} (em torno de {features} feições, em {angles} ângulos), tão grandes quanto os envelopes das feições.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/planned.py"/>
            <source>Chips planned: {total} ({columns} across, {rows} down), {width} x {height} pixels each.</source>
            <translation>Chips previstos: {total} ({columns} na largura, {rows} na altura), de {width} x {height} pixels cada.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Raster: {name}. Pixels to export: {width} x {height}; bands: {bands}; type: {type}; cell size: {cell}; CRS: {crs}.</source>
            <translation>Raster: {name}. Pixels a exportar: {width} x {height}; bandas: {bands}; tipo: {type}; tamanho da célula: {cell}; SRC: {crs}.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Second raster: {name}. Bands: {bands}; type: {type}; cell size: {cell}; CRS: {crs}; of its pixels the nearest are taken.</source>
            <translation>Segundo raster: {name}. Bandas: {bands}; tipo: {type}; tamanho da célula: {cell}; SRC: {crs}; de seus pixels são tomados os mais próximos.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns of the raster; class pixels lie on its own.</source>
            <translation>Os chips são cortados em linhas e colunas do raster; os pixels de classe ficam sobre os dele.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the geotransform brings labels there.</source>
            <translation>Os chips são cortados em linhas e colunas; a geotransformação leva os rótulos até lá.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the control points bring labels there.</source>
            <translation>Os chips são cortados em linhas e colunas; os pontos de controle levam os rótulos até lá.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns; the camera model (RPC) brings labels there.</source>
            <translation>Os chips são cortados em linhas e colunas; o modelo de câmera (RPC) leva os rótulos até lá.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips are cut in rows and columns of the raster, which nothing places on the map.</source>
            <translation>Os chips são cortados em linhas e colunas do raster, que nada posiciona no mapa.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}, a class raster. Pixels: {width} x {height}; CRS: {crs}, as the raster's.</source>
            <translation>Rótulos: {name}, um raster de classes. Pixels: {width} x {height}; SRC: {crs}, como o do raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}, a class raster. Pixels: {width} x {height}; CRS: {crs}, transformed to the raster's.</source>
            <translation>Rótulos: {name}, um raster de classes. Pixels: {width} x {height}; SRC: {crs}, transformado para o do raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}. Features: {count} ({kind}); CRS: {crs}, as the raster's.</source>
            <translation>Rótulos: {name}. Feições: {count} ({kind}); SRC: {crs}, como o do raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Labels: {name}. Features: {count} ({kind}); CRS: {crs}, transformed to the raster's.</source>
            <translation>Rótulos: {name}. Feições: {count} ({kind}); SRC: {crs}, transformado para o do raster.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a label or without a valid pixel will be left out.</source>
            <translation>Chips sem rótulo ou sem pixel válido serão deixados de fora.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a valid pixel will be left out.</source>
            <translation>Chips sem pixel válido serão deixados de fora.</translation>
        </message>
        <message>
            <location filename="../algorithms/saying/understood.py"/>
            <source>Chips without a valid pixel will be left out; those without labels are written.</source>
            <translation>Chips sem pixel válido serão deixados de fora; os que não têm rótulos são gravados.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips without labels: {kept} of {empty} are written, for {labelled} with labels (EMPTY_CHIPS_PERCENT is {percent}).</source>
            <translation>Chips sem rótulos: {kept} de {empty} são gravados, para {labelled} com rótulos (EMPTY_CHIPS_PERCENT é {percent}).</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips with labels: {labelled}; without: {empty}.</source>
            <translation>Chips com rótulos: {labelled}; sem: {empty}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Features with labels in two splits, since a border between blocks cuts them: {count}.</source>
            <translation>Feições com rótulos em duas partições, porque um limite entre parcelas as corta: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Split: chips are {train} % for training, {valid} % for validation, {test} % for the test; {border} of them lie on borders between splits and are not written.</source>
            <translation>Divisão: os chips são {train} % para o treinamento, {valid} % para a validação, {test} % para o teste; {border} deles estão em limites entre partições e não são gravados.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Split: chips with labels are {train} % for training, {valid} % for validation, {test} % for the test; {border} of them lie on borders between splits and are not written.</source>
            <translation>Divisão: os chips com rótulos são {train} % para o treinamento, {valid} % para a validação, {test} % para o teste; {border} deles estão em limites entre partições e não são gravados.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Class {value} ({name}): {train} labels in train, {valid} in valid, {test} in test.</source>
            <translation>Classe {value} ({name}): {train} rótulos em train, {valid} em valid, {test} em test.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Class {value} ({name}): {train} labelled pixels in train, {valid} in valid, {test} in test.</source>
            <translation>Classe {value} ({name}): {train} pixels rotulados em train, {valid} em valid, {test} em test.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>More classes: {count}.</source>
            <translation>Mais classes: {count}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>Chips in {split}: {chips}, {empty} of them without labels. Labels: {objects}.</source>
            <translation>Chips em {split}: {chips}, {empty} deles sem rótulos. Rótulos: {objects}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} has no label of classes that others have: {classes}.</source>
            <translation>{split} não tem nenhum rótulo de classes que outros têm: {classes}.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>METADATA_FORMAT: none of the {count} chips in {split} shows a label, and readers of {format} need one in each set; set OUTPUT_NOFEATURE_TILES to ONLY_TILES_WITH_FEATURES.</source>
            <translation>METADATA_FORMAT: nenhum dos {count} chips de {split} mostra um rótulo, e os leitores de {format} precisam de um em cada conjunto; defina OUTPUT_NOFEATURE_TILES como ONLY_TILES_WITH_FEATURES.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>SPLIT_BLOCK_SIZE: only {count} blocks of {size} map units hold labels, too few to share out each class alike; smaller blocks or a larger area give more.</source>
            <translation>SPLIT_BLOCK_SIZE: apenas {count} parcelas de {size} unidades do mapa contêm rótulos, poucas demais para repartir cada classe por igual; parcelas menores ou uma área maior dão mais.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>SPLIT_BLOCK_SIZE: there are only {count} blocks of {size} map units, too few to share out all kinds of ground alike; smaller blocks or a larger area give more.</source>
            <translation>SPLIT_BLOCK_SIZE: há apenas {count} parcelas de {size} unidades do mapa, poucas demais para repartir por igual todos os tipos de terreno; parcelas menores ou uma área maior dão mais.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} has no label of these classes: {classes}. Their labels lie in too few blocks; a smaller SPLIT_BLOCK_SIZE or another SPLIT_SEED may share them out.</source>
            <translation>{split} não tem nenhum rótulo destas classes: {classes}. Seus rótulos estão em blocos de menos; um SPLIT_BLOCK_SIZE menor ou outro SPLIT_SEED talvez os reparta.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} gets {share} % of the chips with labels, not {percent} %; a smaller SPLIT_BLOCK_SIZE comes nearer.</source>
            <translation>{split} recebe {share} % dos chips com rótulos, não {percent} %; um SPLIT_BLOCK_SIZE menor chega mais perto.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/messages.py"/>
            <source>{split} gets {share} % of the chips, not {percent} %; a smaller SPLIT_BLOCK_SIZE comes nearer.</source>
            <translation>{split} recebe {share} % dos chips, não {percent} %; um SPLIT_BLOCK_SIZE menor chega mais perto.</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/polygons.py"/>
            <source>Reading the polygons of the split</source>
            <translation>Ler os polígonos da divisão</translation>
        </message>
        <message>
            <location filename="../algorithms/splits/polygons.py"/>
            <source>SPLIT_POLYGONS: the field split of feature {fid} of {name} holds {value}, not train, valid or test; correct it.</source>
            <translation>SPLIT_POLYGONS: o campo split da feição {fid} de {name} contém {value}, não train, valid ou test; corrija-o.</translation>
        </message>
        <message>
            <location filename="../algorithms/unforeseen.py"/>
            <source>QGIS's message log, under {tag}</source>
            <translation>o registro de mensagens do QGIS, em {tag}</translation>
        </message>
        <message>
            <location filename="../chipping/classes.py"/>
            <source>IN_CLASS_DATA: class {value} is named {name}, but {earlier} in the export that OUT_FOLDER holds; number the classes by a field of whole numbers.</source>
            <translation>IN_CLASS_DATA: a classe {value} se chama {name}, mas {earlier} na exportação que OUT_FOLDER contém; numere as classes por um campo de números inteiros.</translation>
        </message>
        <message>
            <location filename="../chipping/pixel_types.py"/>
            <source>{name} has bands of different types ({types}); choose bands of one type (BANDS, for the input raster), or convert them to one (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{name} tem bandas de tipos diferentes ({types}); escolha bandas de um tipo (BANDS, para o raster de entrada), ou converta-as para um (Raster &gt; Converter &gt; Converter).</translation>
        </message>
        <message>
            <location filename="../chipping/pixel_types.py"/>
            <source>{name} has bands of type {type}; convert them to whole or real numbers first, such as Int16 or Float32 (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{name} tem bandas do tipo {type}; converta-as antes para números inteiros ou reais, como Int16 ou Float32 (Raster &gt; Converter &gt; Traduzir).</translation>
        </message>
        <message>
            <location filename="../chipping/steps.py"/>
            <source>{step}: there is not enough memory; make TILE_SIZE_X and TILE_SIZE_Y smaller, or close other programs (details: {place}).</source>
            <translation>{step}: não há memória suficiente; reduza TILE_SIZE_X e TILE_SIZE_Y, ou feche outros programas (detalhes: {place}).</translation>
        </message>
        <message>
            <location filename="../chipping/steps.py"/>
            <source>{step}: an error that was not foreseen ({reason}); please report it, with the details in {place}.</source>
            <translation>{step}: um erro imprevisto ({reason}); por favor, comunique-o com os detalhes em {place}.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: the export in {path} names {name}, which is no file in that folder; choose another folder.</source>
            <translation>OUT_FOLDER: a exportação em {path} nomeia {name}, que não é um ficheiro dessa pasta; escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} is a link to another folder; remove it, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} é uma ligação para outra pasta; remova-a ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} takes {size} bytes, and no file of an export that is called so takes more than {limit}; choose another folder.</source>
            <translation>OUT_FOLDER: {path} ocupa {size} bytes, e nenhum ficheiro de uma exportação com esse nome ocupa mais de {limit}; escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../chipping/untrusted/inside.py"/>
            <source>OUT_FOLDER: {path} is not a plain file but a link, a folder, a pipe or a device; remove it, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} não é um ficheiro comum, mas uma ligação, uma pasta, um pipe ou um dispositivo; remova-o ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>START_INDEX: {path} holds a finished export of {count} chips; choose another folder or delete it; START_INDEX {free} (or -1, the first that is free) adds to it.</source>
            <translation>START_INDEX: {path} contém uma exportação concluída de {count} chips; escolha outra pasta ou apague-a; START_INDEX {free} (ou -1, o primeiro livre) acrescenta a ela.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>OUT_FOLDER: {path} holds an export without a split; choose another folder, or set VALIDATION_PERCENT and TEST_PERCENT to 0.</source>
            <translation>OUT_FOLDER: {path} contém uma exportação sem divisão; escolha outra pasta ou defina VALIDATION_PERCENT e TEST_PERCENT como 0.</translation>
        </message>
        <message>
            <location filename="../export/append.py"/>
            <source>OUT_FOLDER: {path} holds an export that is split into train, valid and test; choose another folder, or set VALIDATION_PERCENT or TEST_PERCENT.</source>
            <translation>OUT_FOLDER: {path} contém uma exportação dividida em train, valid e test; escolha outra pasta ou defina VALIDATION_PERCENT ou TEST_PERCENT.</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Reading pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Leitura dos pixels nas colunas {col_off} a {col_end}, linhas {row_off} a {row_end}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Adding up pixels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Soma dos pixels nas colunas {col_off} a {col_end}, linhas {row_off} a {row_end}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Cutting chip {stem}</source>
            <translation>Corte do chip {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Encoding the pixels of chip {stem}</source>
            <translation>Codificação dos pixels do chip {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Encoding the labels of chip {stem}</source>
            <translation>Codificação dos rótulos do chip {stem}</translation>
        </message>
        <message>
            <location filename="../export/batches/chip_work.py"/>
            <source>Writing {image} and its labels</source>
            <translation>Gravação de {image} e seus rótulos</translation>
        </message>
        <message>
            <location filename="../export/batches/uncut.py"/>
            <source>Reading labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Leitura dos rótulos nas colunas {col_off} a {col_end}, linhas {row_off} a {row_end}</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} has changed since the export in {path} was interrupted; put it back as it was to finish that export, or choose another folder.</source>
            <translation>{parameter}: {what} mudou desde que a exportação em {path} foi interrompida; devolva-o ao estado anterior para terminar aquela exportação ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} has changed since the export in {path} was interrupted; put it back as it was to finish that export, delete the folder to start anew, or choose another folder.</source>
            <translation>{parameter}: {what} mudou desde que a exportação em {path} foi interrompida; devolva-o ao estado anterior para terminar aquela exportação, apague a pasta para começar de novo ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} was changed while the export was running; put it back as it was and make the same call again to finish the export in {path}, or choose another folder.</source>
            <translation>{parameter}: {what} foi alterado durante a exportação; devolva-o ao estado anterior e faça a mesma chamada de novo para terminar a exportação em {path}, ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/inputs/watched.py"/>
            <source>{parameter}: {what} was changed while the export was running; put it back as it was and make the same call again to finish the export, or delete {path} to start anew.</source>
            <translation>{parameter}: {what} foi alterado durante a exportação; devolva-o ao estado anterior e faça a mesma chamada de novo para terminar a exportação, ou apague {path} para começar de novo.</translation>
        </message>
        <message>
            <location filename="../export/loop.py"/>
            <source>Writing the journal</source>
            <translation>Gravação do diário</translation>
        </message>
        <message>
            <location filename="../export/loop.py"/>
            <source>Counting the labels of batch {number}</source>
            <translation>Contagem dos rótulos do lote {number}</translation>
        </message>
        <message>
            <location filename="../export/planning/planned.py"/>
            <source>Looking for labels at columns {col_off} to {col_end}, rows {row_off} to {row_end}</source>
            <translation>Procurar rótulos nas colunas {col_off} a {col_end}, linhas {row_off} a {row_end}</translation>
        </message>
        <message>
            <location filename="../export/self_check.py"/>
            <source>OUT_FOLDER: {path} lacks files that this export wrote ({count}), which another program has removed; make the same call again to write them anew.</source>
            <translation>OUT_FOLDER: em {path} faltam arquivos que esta exportação gravou ({count}) e que outro programa removeu; faça a mesma chamada de novo para gravá-los outra vez.</translation>
        </message>
        <message>
            <location filename="../export/self_check.py"/>
            <source>The export does not add up: {count} {what}, but {expected} {other}; please report this.</source>
            <translation>A exportação não fecha: {count} {what}, mas {expected} {other}; por favor, comunique isso.</translation>
        </message>
        <message>
            <location filename="../export/splits/choosing.py"/>
            <source>Choosing blocks for train, valid and test</source>
            <translation>Escolher parcelas para train, valid e test</translation>
        </message>
        <message>
            <location filename="../export/splits/choosing.py"/>
            <source>Choosing chips without labels</source>
            <translation>Escolher chips sem rótulos</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>VALIDATION_PERCENT: {valid} % and TEST_PERCENT {test} % leave nothing for training; together they have to be less than 100 %.</source>
            <translation>VALIDATION_PERCENT: {valid} % e TEST_PERCENT {test} % não deixam nada para o treinamento; juntos têm de ser menos de 100 %.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_POLYGONS: the export that OUT_FOLDER holds was split by blocks, and this one by polygons, or the other way round; choose another folder.</source>
            <translation>SPLIT_POLYGONS: a exportação que OUT_FOLDER contém foi dividida por parcelas e esta por polígonos, ou o contrário; escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_POLYGONS: {name} does not hold the polygons that the export in OUT_FOLDER was split by; use the same, or choose another folder.</source>
            <translation>SPLIT_POLYGONS: {name} não contém os polígonos pelos quais a exportação em OUT_FOLDER foi dividida; use os mesmos ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_BLOCK_SIZE: a block of {size} map units is smaller than a tile, so no chip lies in one; take at least {least}, better several times as much.</source>
            <translation>SPLIT_BLOCK_SIZE: uma parcela de {size} unidades do mapa é menor que um bloco, portanto nenhum chip cabe nela; use pelo menos {least}, melhor várias vezes isso.</translation>
        </message>
        <message>
            <location filename="../export/splits/planning.py"/>
            <source>SPLIT_BLOCK_SIZE: blocks of {size} map units are {count} blocks, more than {most}; make it larger.</source>
            <translation>SPLIT_BLOCK_SIZE: parcelas de {size} unidades do mapa são {count} parcelas, mais de {most}; aumente o tamanho.</translation>
        </message>
        <message>
            <location filename="../export/storage/flushing.py"/>
            <source>{path} cannot be written: {reason}.</source>
            <translation>Não é possível gravar {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/flushing.py"/>
            <source>OUT_FOLDER: {path} was renamed, moved or deleted while the export was running; put it back if it still exists, and make the same call again to finish the export.</source>
            <translation>OUT_FOLDER: {path} foi renomeada, movida ou apagada durante a exportação; devolva-a ao lugar se ainda existir e faça a mesma chamada de novo para terminar a exportação.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} cannot be used: {reason}.</source>
            <translation>OUT_FOLDER: não é possível usar {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} is a file; choose a folder.</source>
            <translation>OUT_FOLDER: {path} é um arquivo; escolha uma pasta.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} is not writable; choose another folder.</source>
            <translation>OUT_FOLDER: não é possível gravar em {path}; escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>OUT_FOLDER: {path} cannot be created: {reason}.</source>
            <translation>OUT_FOLDER: não é possível criar {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/folder.py"/>
            <source>{path} cannot be removed: {reason}.</source>
            <translation>{path} não pode ser removido: {reason}.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: another export is writing to {path}; wait for it to end.</source>
            <translation>OUT_FOLDER: outra exportação está gravando em {path}; espere que ela termine.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export with other settings ({names}) behind a finished one; make the same call again to finish it, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} contém, depois de uma exportação pronta, outra inacabada com outras configurações ({names}); repita a mesma chamada para terminá-la ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export with other settings ({names}); make the same call again to finish it, delete the folder to start anew, or choose another folder.</source>
            <translation>OUT_FOLDER: {path} contém uma exportação inacabada com outras configurações ({names}); repita a mesma chamada para terminá-la, apague a pasta para começar de novo ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/storage/journal_lines.py"/>
            <source>OUT_FOLDER: {path} holds an unfinished export whose {name} is damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER: {path} contém uma exportação inacabada cujo {name} está danificado ({reason}); escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/storage/standing.py"/>
            <source>OUT_FOLDER: {name} was deleted from {path} while the export was running; it has been written anew, so make the same call again to finish the export.</source>
            <translation>OUT_FOLDER: {name} foi apagado de {path} durante a exportação; ele foi gravado outra vez, portanto faça a mesma chamada de novo para terminar a exportação.</translation>
        </message>
        <message>
            <location filename="../export/storage/standing.py"/>
            <source>OUT_FOLDER: {name} in {path} was deleted or replaced while the export was running; delete what this export has written, or choose another folder.</source>
            <translation>OUT_FOLDER: {name} em {path} foi apagado ou substituído durante a exportação; apague o que esta exportação gravou ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../export/workers/staff.py"/>
            <source>WORKERS: a worker process could not be used ({reason}); the others did its work.</source>
            <translation>WORKERS: um processo não pôde ser usado ({reason}); os outros fizeram o trabalho dele.</translation>
        </message>
        <message>
            <location filename="../export/workers/staff.py"/>
            <source>WORKERS: a worker process was lost ({reason}); what it was at was done again.</source>
            <translation>WORKERS: um processo se perdeu ({reason}); o que ele fazia foi feito de novo.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>EXTENT: {name} has no end of its own; give the area to export, a part of {extent}.</source>
            <translation>EXTENT: {name} não tem limites próprios; indique a área a exportar, uma parte de {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>CELL_SIZE and EXTENT: {name} has no resolution and no end of its own; give a cell size in map units, for example {cell} (the finest), and the area to export, a part of {extent}.</source>
            <translation>CELL_SIZE e EXTENT: {name} não tem resolução nem limites próprios; indique um tamanho de célula em unidades de mapa, por exemplo {cell} (o mais fino), e a área a exportar, uma parte de {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/area.py"/>
            <source>CELL_SIZE: {name} has no resolution of its own; give one in map units, for example {cell}, and, for a part of it, an EXTENT within {extent}.</source>
            <translation>CELL_SIZE: {name} não tem resolução própria; indique uma em unidades de mapa, por exemplo {cell}, e, para uma parte, um EXTENT dentro de {extent}.</translation>
        </message>
        <message>
            <location filename="../imagery/band_choice.py"/>
            <source>BANDS: band {band} of {name} is its mask, which says which pixels count in any case; leave it out.</source>
            <translation>BANDS: a banda {band} de {name} é a sua máscara, que de qualquer modo diz quais pixels contam; omita-a.</translation>
        </message>
        <message>
            <location filename="../imagery/band_choice.py"/>
            <source>BANDS: {name} has no band {band}; its bands have the numbers 1 to {count}.</source>
            <translation>BANDS: {name} não tem banda {band}; as suas bandas têm os números 1 a {count}.</translation>
        </message>
        <message>
            <location filename="../imagery/file.py"/>
            <source>{name} is no file with rows and columns of its own; set REFERENCE_SYSTEM to MAP_SPACE, or save it as a file first.</source>
            <translation>{name} não é um arquivo com linhas e colunas próprias; escolha MAP_SPACE em REFERENCE_SYSTEM, ou salve-o antes como arquivo.</translation>
        </message>
        <message>
            <location filename="../imagery/file.py"/>
            <source>{name} has a mask that cannot be opened: {reason}; mend it, or remove it if all pixels are to count.</source>
            <translation>{name} tem uma máscara que não pode ser aberta: {reason}; corrija-a, ou remova-a se todos os pixels devem contar.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is rotated or mirrored against its map grid; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} está girado ou espelhado em relação à sua grade; reprojete-o antes para um raster orientado para o norte (Raster &gt; Projeções &gt; Reprojetar), ou escolha PIXEL_SPACE em REFERENCE_SYSTEM, que o corta em suas próprias linhas e colunas.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by ground control points; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} é posicionado por pontos de controle; reprojete-o antes para um raster orientado para o norte (Raster &gt; Projeções &gt; Reprojetar), ou escolha PIXEL_SPACE em REFERENCE_SYSTEM, que o corta em suas próprias linhas e colunas.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by a camera model (RPC); warp it to a north-up raster first (Raster &gt; Projections &gt; Warp), or set REFERENCE_SYSTEM to PIXEL_SPACE, which cuts it in its own rows and columns.</source>
            <translation>{name} é posicionado por um modelo de câmera (RPC); reprojete-o antes para um raster orientado ao norte (Raster &gt; Projeções &gt; Reprojetar), ou escolha PIXEL_SPACE em REFERENCE_SYSTEM, que o corta em suas próprias linhas e colunas.</translation>
        </message>
        <message>
            <location filename="../imagery/file_facts.py"/>
            <source>{name} is placed by geolocation arrays; warp it to a north-up raster first (Raster &gt; Projections &gt; Warp).</source>
            <translation>{name} é posicionado por matrizes de geolocalização; reprojete-o antes para um raster orientado ao norte (Raster &gt; Projeções &gt; Reprojetar).</translation>
        </message>
        <message>
            <location filename="../imagery/imagery.py"/>
            <source>{parameter}: {name} cannot be read at columns {col_off} to {col_end}, rows {row_off} to {row_end}: {reason}</source>
            <translation>{parameter}: não é possível ler {name} nas colunas {col_off} a {col_end}, linhas {row_off} a {row_end}: {reason}</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>IN_RASTER2: {name} has no resolution of its own; give a file, a WCS or an image service.</source>
            <translation>IN_RASTER2: {name} não tem resolução própria; indique um arquivo, um WCS ou um serviço de imagens.</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>{parameter}: {name} has no resolution of its own, or draws pictures instead of class values; give a file, a WCS or an image service.</source>
            <translation>{parameter}: {name} não tem resolução própria, ou desenha imagens em vez de valores de classe; indique um arquivo, um WCS ou um serviço de imagens.</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>{parameter}: {name} has bands of type {type}; convert them to Int32 or Float32 first (Raster &gt; Conversion &gt; Translate).</source>
            <translation>{parameter}: {name} tem bandas do tipo {type}; converta-as antes para Int32 ou Float32 (Raster &gt; Converter &gt; Traduzir).</translation>
        </message>
        <message>
            <location filename="../imagery/open.py"/>
            <source>EXTENT: {extent} lies outside {name}, which extends over {raster} (in the raster's coordinates).</source>
            <translation>EXTENT: {extent} está fora de {name}, que abrange {raster} (nas coordenadas do raster).</translation>
        </message>
        <message>
            <location filename="../imagery/placement.py"/>
            <source>REFERENCE_SYSTEM: GDAL finds no way from the map to the rows and columns of {name} ({reason}); check its coordinate reference system and that of the labels.</source>
            <translation>REFERENCE_SYSTEM: o GDAL não encontra caminho do mapa às linhas e colunas de {name} ({reason}); verifique seu sistema de referência de coordenadas e o dos rótulos.</translation>
        </message>
        <message>
            <location filename="../imagery/provider.py"/>
            <source>{name} has no pixels.</source>
            <translation>{name} não tem pixels.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>{name} cannot be opened by GDAL.</source>
            <translation>O GDAL não consegue abrir {name}.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>{name} has no extent that can be used.</source>
            <translation>{name} não tem uma extensão utilizável.</translation>
        </message>
        <message>
            <location filename="../imagery/services/open.py"/>
            <source>the service of {name} does not describe itself: {reason}</source>
            <translation>o serviço de {name} não se descreve: {reason}</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds {value}, which is not a whole number; class values are whole numbers from 0, or text.</source>
            <translation>CLASS_VALUE_FIELD: {field} contém {value}, que não é um número inteiro; valores de classe são números inteiros a partir de 0, ou texto.</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds the negative value {value}; class values are whole numbers from 0.</source>
            <translation>CLASS_VALUE_FIELD: {field} contém o valor negativo {value}; valores de classe são números inteiros a partir de 0.</translation>
        </message>
        <message>
            <location filename="../labels/class_scheme.py"/>
            <source>CLASS_VALUE_FIELD: {field} holds {value} now, but did not when the export began: the layer was changed meanwhile; start again.</source>
            <translation>CLASS_VALUE_FIELD: {field} contém agora {value}, mas não quando a exportação começou: a camada foi alterada nesse meio-tempo; comece de novo.</translation>
        </message>
        <message>
            <location filename="../labels/features/areas.py"/>
            <source>Reading the geometry of feature {fid}</source>
            <translation>Leitura da geometria da feição {fid}</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: {name} has {count} bands, but a classified raster has one; choose another layer, or make one of the band that holds the classes (Raster &gt; Conversion &gt; Translate).</source>
            <translation>IN_CLASS_DATA: {name} tem {count} bandas, mas um raster classificado tem uma; escolha outra camada, ou faça uma da banda que contém as classes (Raster &gt; Converter &gt; Traduzir).</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: {name} has {width} x {height} pixels, the raster {columns} x {rows}; with REFERENCE_SYSTEM PIXEL_SPACE a classified raster lies on it pixel by pixel, so choose one of the same size, or polygons.</source>
            <translation>IN_CLASS_DATA: {name} tem {width} x {height} pixels, o raster {columns} x {rows}; com REFERENCE_SYSTEM PIXEL_SPACE um raster classificado fica sobre ele pixel a pixel, portanto escolha um do mesmo tamanho, ou polígonos.</translation>
        </message>
        <message>
            <location filename="../labels/open.py"/>
            <source>IN_CLASS_DATA: no transformation leads from the coordinate reference system of the labels ({labels}) to that of the raster ({raster}); correct the one that is wrong in the layer's properties, or georeference the labels in the raster's.</source>
            <translation>IN_CLASS_DATA: nenhuma transformação leva do sistema de referência de coordenadas dos rótulos ({labels}) ao do raster ({raster}); corrija o que estiver errado nas propriedades da camada, ou georreferencie os rótulos no do raster.</translation>
        </message>
        <message>
            <location filename="../labels/raster/class_pixels.py"/>
            <source>IN_CLASS_DATA: {name} holds {value}; class values are whole numbers from 0 to {limit}.</source>
            <translation>IN_CLASS_DATA: {name} contém {value}; valores de classe são números inteiros de 0 a {limit}.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: no transformation leads from the coordinate reference system of {name} ({polygons}) to that of the raster ({raster}).</source>
            <translation>{parameter}: nenhuma transformação leva do sistema de referência de coordenadas de {name} ({polygons}) ao do raster ({raster}).</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: {name} has no features.</source>
            <translation>{parameter}: {name} não tem feições.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: feature {fid} of {name} cannot be used ({reason}); correct it.</source>
            <translation>{parameter}: a feição {fid} de {name} não pode ser usada ({reason}); corrija-a.</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: the polygons of {name} cannot be united; repair that layer (Vector &gt; Geometry Tools, or Fix geometries in the toolbox).</source>
            <translation>{parameter}: os polígonos de {name} não podem ser unidos; repare essa camada (Vetor &gt; Geometrias, ou Corrigir geometrias na caixa de ferramentas).</translation>
        </message>
        <message>
            <location filename="../labels/regions/polygon_layer.py"/>
            <source>{parameter}: features of {name} whose invalid geometry was repaired: {count}.</source>
            <translation>{parameter}: feições de {name} cuja geometria inválida foi reparada: {count}.</translation>
        </message>
        <message>
            <location filename="../labels/rows/layer_rows.py"/>
            <source>{parameter}: the features cannot be read: {reason}</source>
            <translation>{parameter}: as feições não podem ser lidas: {reason}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels of one class that lie on each other, so one thing may be labelled twice: {count}, such as {examples}</source>
            <translation>Rótulos de uma classe que estão um sobre o outro, portanto algo pode estar rotulado duas vezes: {count}, como {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels of two classes that lie on each other, so one class may be wrong: {count}, such as {examples}</source>
            <translation>Rótulos de duas classes que estão um sobre o outro, portanto uma classe pode estar errada: {count}, como {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels smaller than 8 x 8 pixels: {count}, such as {examples}</source>
            <translation>Rótulos menores que 8 x 8 pixels: {count}, como {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels that fill their whole chip: {count}, such as {examples}</source>
            <translation>Rótulos que preenchem todo o seu chip: {count}, como {examples}</translation>
        </message>
        <message>
            <location filename="../reports/doubts.py"/>
            <source>Labels in chips that are nodata for more than half: {count}, such as {examples}</source>
            <translation>Rótulos em chips com mais da metade em nodata: {count}, como {examples}</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes are out of balance: {most} has {times} times as many labels as {least}.</source>
            <translation>As classes estão desequilibradas: {most} tem {times} vezes os rótulos de {least}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes are out of balance: {most} has {times} times as many pixels as {least}.</source>
            <translation>As classes estão desequilibradas: {most} tem {times} vezes os pixels de {least}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Classes that are in no chip: {classes}.</source>
            <translation>Classes que não estão em nenhum chip: {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Rare classes, each with its labels, of which a model needs more than {limit}: {classes}.</source>
            <translation>Classes raras, cada uma com seus rótulos, dos quais um modelo precisa de mais de {limit}: {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Rare classes, each with the chips that show it; {limit} are a start: {classes}.</source>
            <translation>Classes raras, cada uma com os chips que a mostram; {limit} são um começo: {classes}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the labels are smaller than {side} x {side} pixels; most models do not see them. Finer imagery or fewer small labels help.</source>
            <translation>{percent} % dos rótulos são menores que {side} x {side} pixels; a maioria dos modelos não os vê. Imagens mais finas ou menos rótulos pequenos ajudam.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the labels fill their whole chip; larger tiles show where objects end.</source>
            <translation>{percent} % dos rótulos preenchem todo o seu chip; blocos maiores mostram onde os objetos terminam.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>{percent} % of the chips show no label; ONLY_TILES_WITH_FEATURES leaves such chips out.</source>
            <translation>{percent} % dos chips não mostram nenhum rótulo; ONLY_TILES_WITH_FEATURES os omite.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Chips left out since all their pixels are nodata: {count}.</source>
            <translation>Chips omitidos porque todos os seus pixels são sem dados: {count}.</translation>
        </message>
        <message>
            <location filename="../reports/findings.py"/>
            <source>Chips of which more than half is nodata or beyond the raster: {count}.</source>
            <translation>Chips dos quais mais da metade está sem dados ou além do raster: {count}.</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Size and shape by class</source>
            <translation>Tamanho e forma por classe</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Where in the chip labels lie</source>
            <translation>Onde os rótulos estão no chip</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>sides {least} to {most}, on average {mean} pixels; width by height {aspect}</source>
            <translation>lados de {least} a {most}, em média {mean} pixels; largura por altura {aspect}</translation>
        </message>
        <message>
            <location filename="../reports/object_sections.py"/>
            <source>Each square is a part of the chip; the darkest holds the middle of {most} labels. {percent} % of the labels reach the border of their chip, and are cut there.</source>
            <translation>Cada quadrado é uma parte do chip; o mais escuro contém o centro de {most} rótulos. {percent} % dos rótulos chegam à borda do seu chip e são cortados ali.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chip {stem}</source>
            <translation>chip {stem}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chip {stem} (features: {ids})</source>
            <translation>chip {stem} (feições: {ids})</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Plan of training data: {raster}</source>
            <translation>Plano dos dados de treinamento: {raster}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Training data: {raster}</source>
            <translation>Dados de treinamento: {raster}</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chips</source>
            <translation>chips</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>This is a plan</source>
            <translation>Isto é um plano</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Worth a look</source>
            <translation>Vale olhar</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>The training set</source>
            <translation>O conjunto de treinamento</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Parameters</source>
            <translation>Parâmetros</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>The same in Python</source>
            <translation>O mesmo em Python</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>en</source>
            <translation>pt</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Nothing has been written. Chips are counted by their labels alone; those without a valid pixel, which an export leaves out, are among them.</source>
            <translation>Nada foi gravado. Os chips são contados apenas pelos seus rótulos; os que não têm pixel válido, que uma exportação omite, estão entre eles.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>labels</source>
            <translation>rótulos</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>classes</source>
            <translation>classes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>chips without a label</source>
            <translation>chips sem rótulo</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labelled pixels</source>
            <translation>Pixels rotulados</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels</source>
            <translation>Rótulos</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Classes that have fewer: {count}.</source>
            <translation>Classes que têm menos: {count}.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>share of a chip's pixels that are labelled</source>
            <translation>proporção de pixels rotulados de um chip</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by labelled share</source>
            <translation>Chips por proporção rotulada</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by number of classes</source>
            <translation>Chips por número de classes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>classes in a chip</source>
            <translation>classes em um chip</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>side of a square of the same area, in pixels</source>
            <translation>lado de um quadrado da mesma área, em pixels</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels by size</source>
            <translation>Rótulos por tamanho</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips by number of labels</source>
            <translation>Chips por número de rótulos</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>labels in a chip</source>
            <translation>rótulos em um chip</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips and their labels</source>
            <translation>Os chips e seus rótulos</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Pictures of the chips</source>
            <translation>Imagens dos chips</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name and the number of its labels.</source>
            <translation>{shown} de {count} chips. Abaixo de cada um: seu nome e o número de seus rótulos.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name and the number of its classes.</source>
            <translation>{shown} de {count} chips. Abaixo de cada um: seu nome e o número de suas classes.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>{shown} of {count} chips. Below each: its name.</source>
            <translation>{shown} de {count} chips. Abaixo de cada um: seu nome.</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>each as large as its feature</source>
            <translation>cada um tão grande quanto sua feição</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Format of the labels</source>
            <translation>Formato dos rótulos</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Size of a chip</source>
            <translation>Tamanho de um chip</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Size of a pixel</source>
            <translation>Tamanho de um pixel</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Coordinate reference system</source>
            <translation>Sistema de referência de coordenadas</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Imagery</source>
            <translation>Imagens</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Second imagery</source>
            <translation>Segundas imagens</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Class data</source>
            <translation>Dados de classes</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, outside IN_MASK_POLYGONS</source>
            <translation>Chips omitidos, fora de IN_MASK_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, not whole within IN_MASK_POLYGONS</source>
            <translation>Chips omitidos, não inteiros dentro de IN_MASK_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, without a label</source>
            <translation>Chips omitidos, sem rótulo</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, without a valid pixel</source>
            <translation>Chips omitidos, sem pixel válido</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels left out, too little of their feature</source>
            <translation>Rótulos omitidos, muito pouco da sua feição</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Labels left out, too small</source>
            <translation>Rótulos omitidos, pequenos demais</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, on the border between two splits</source>
            <translation>Chips omitidos, no limite entre duas partições</translation>
        </message>
        <message>
            <location filename="../reports/report.py"/>
            <source>Chips left out, outside SPLIT_POLYGONS</source>
            <translation>Chips omitidos, fora de SPLIT_POLYGONS</translation>
        </message>
        <message>
            <location filename="../reports/report_file.py"/>
            <source>REPORT: {path} cannot be written ({reason}); choose another file. The training set itself is complete.</source>
            <translation>REPORT: {path} não pode ser gravado ({reason}); escolha outro arquivo. O conjunto de treinamento em si está completo.</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Train, validation, test</source>
            <translation>Treinamento, validação, teste</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Map of the blocks</source>
            <translation>Mapa das parcelas</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>{chips} chips ({percent} % of all)</source>
            <translation>{chips} chips ({percent} % de todos)</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>{chips} chips, {labelled} of them with labels ({percent} % of all that have some)</source>
            <translation>{chips} chips, {labelled} deles com rótulos ({percent} % de todos os que têm)</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Labelled pixels in {split}</source>
            <translation>Pixels rotulados em {split}</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Labels in {split}</source>
            <translation>Rótulos em {split}</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Each square is a block, north up; a chip lies in blocks of one colour alone.</source>
            <translation>Cada quadrado é uma parcela, com o norte para cima; um chip está apenas em parcelas de uma cor.</translation>
        </message>
        <message>
            <location filename="../reports/splits.py"/>
            <source>Each square is one of {count} x {count} blocks, north up.</source>
            <translation>Cada quadrado é uma de {count} x {count} parcelas, com o norte para cima.</translation>
        </message>
        <message>
            <location filename="../writers/base.py"/>
            <source>METADATA_FORMAT: {format} takes class values from {low} to {high}, not {value}; give that class another value.</source>
            <translation>METADATA_FORMAT: {format} aceita valores de classe de {low} a {high}, não {value}; dê outro valor a essa classe.</translation>
        </message>
        <message>
            <location filename="../writers/base.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since readers of {format} know classes by their names, and another class has that one.</source>
            <translation>Classe {value}: o nome {name} passa a ser {safe}, pois os leitores de {format} conhecem as classes pelos nomes e outra classe tem esse.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/coco/files.py"/>
            <source>OUT_FOLDER: the journal does not hold the labels of {path} as an export writes them; delete what this export has written, or choose another folder.</source>
            <translation>OUT_FOLDER: o diário não contém os rótulos de {path} como uma exportação os grava; exclua o que esta exportação gravou ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/coco/stored.py"/>
            <source>OUT_FOLDER: {path} was changed by another program while the export was running.</source>
            <translation>OUT_FOLDER: {path} foi alterado por outro programa durante a exportação.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/exported_set.py"/>
            <source>{path} is missing or damaged ({reason}).</source>
            <translation>{path} falta ou está danificado ({reason}).</translation>
        </message>
        <message>
            <location filename="../writers/dataset/reading.py"/>
            <source>OUT_FOLDER: {path} holds a file {name} that this tool did not write, or that is damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER: {path} contém um arquivo {name} que esta ferramenta não escreveu ou que está danificado ({reason}); escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored.py"/>
            <source>OUT_FOLDER: {path} holds an export whose {name} is missing or damaged ({reason}); choose another folder.</source>
            <translation>OUT_FOLDER: {path} contém uma exportação cujo {name} falta ou está danificado ({reason}); escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored.py"/>
            <source>{what}: the export that OUT_FOLDER holds was made with {stored}, not {new}; use the same, or choose another folder.</source>
            <translation>{what}: a exportação que OUT_FOLDER contém foi feita com {stored}, não {new}; use o mesmo ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_rasters.py"/>
            <source>OUT_FOLDER: {path} cannot be read: {reason}.</source>
            <translation>OUT_FOLDER: não é possível ler {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_rasters.py"/>
            <source>OUT_FOLDER: {path} is not an image as an export has it; choose another folder.</source>
            <translation>OUT_FOLDER: {path} não é uma imagem como as de uma exportação; escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../writers/dataset/stored_schema.py"/>
            <source>OUT_FOLDER: the export in {path} cannot be added to, since its {stats} does not state {keys} (older versions of ArcGIS leave them out); choose another folder.</source>
            <translation>OUT_FOLDER: nada pode ser acrescentado à exportação em {path}, pois seu {stats} não informa {keys} (versões antigas do ArcGIS os omitem); escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../writers/encoding/gdal_files.py"/>
            <source>{what} failed: {reason}</source>
            <translation>{what} falhou: {reason}</translation>
        </message>
        <message>
            <location filename="../writers/encoding/tiff_compression.py"/>
            <source>TIFF_COMPRESSION: {compression} is not in this version of GDAL; choose one of {others}.</source>
            <translation>TIFF_COMPRESSION: {compression} não existe nesta versão do GDAL; escolha uma de {others}.</translation>
        </message>
        <message>
            <location filename="../writers/image_format.py"/>
            <source>TIFF_COMPRESSION: it is for TIFF chips; {format} takes no notice of it.</source>
            <translation>TIFF_COMPRESSION: é para chips TIFF; {format} não o leva em conta.</translation>
        </message>
        <message>
            <location filename="../writers/image_format.py"/>
            <source>IMAGE_CHIP_FORMAT: {format} holds no palette of {count} colours for {dtype} pixels; chips hold its numbers without the colours.</source>
            <translation>IMAGE_CHIP_FORMAT: {format} não tem paleta de {count} cores para pixels {dtype}; os chips contêm seus números sem as cores.</translation>
        </message>
        <message>
            <location filename="../writers/images/mrf.py"/>
            <source>IMAGE_CHIP_FORMAT: MRF holds no {dtype} pixels in this version of GDAL; choose TIFF.</source>
            <translation>IMAGE_CHIP_FORMAT: MRF não aceita pixels {dtype} nesta versão do GDAL; escolha TIFF.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: PNG holds 8 or 16 bit unsigned pixels, not the raster's {dtype}; choose TIFF, or make them 8 bit with STRETCH.</source>
            <translation>IMAGE_CHIP_FORMAT: PNG contém pixels de 8 ou 16 bits sem sinal, não {dtype} do raster; escolha TIFF, ou passe-os a 8 bits com STRETCH.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: PNG holds 1 to 4 bands, not the raster's {bands}; choose TIFF, or up to four bands with BANDS.</source>
            <translation>IMAGE_CHIP_FORMAT: PNG contém 1 a 4 bandas, não as {bands} do raster; escolha TIFF, ou até quatro bandas com BANDS.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: the last of {bands} bands in a PNG is alpha to whoever opens it, and pixels where it is 0 may be hidden or masked out; choose TIFF to have it as a band like others.</source>
            <translation>IMAGE_CHIP_FORMAT: a última de {bands} bandas de um PNG é alfa para quem o abre, e os pixels em que ela é 0 podem ficar ocultos ou mascarados; escolha TIFF para tê-la como uma banda qualquer.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG holds 8 bit pixels, not the raster's {dtype}; choose TIFF, or make them 8 bit with STRETCH.</source>
            <translation>IMAGE_CHIP_FORMAT: JPEG contém pixels de 8 bits, não {dtype} do raster; escolha TIFF, ou passe-os a 8 bits com STRETCH.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG holds 1 or 3 bands beside alpha, not the raster's {bands}; choose TIFF, or one or three bands with BANDS.</source>
            <translation>IMAGE_CHIP_FORMAT: JPEG contém 1 ou 3 bandas além do alfa, não as {bands} do raster; escolha TIFF, ou uma ou três bandas com BANDS.</translation>
        </message>
        <message>
            <location filename="../writers/images/png_jpeg.py"/>
            <source>IMAGE_CHIP_FORMAT: JPEG would blur the raster's palette numbers; choose TIFF or PNG, or give a raster whose palette is expanded to red, green and blue.</source>
            <translation>IMAGE_CHIP_FORMAT: JPEG borraria os números da paleta do raster; escolha TIFF ou PNG, ou indique um raster cuja paleta esteja expandida em vermelho, verde e azul.</translation>
        </message>
        <message>
            <location filename="../writers/labels/classified_tiles.py"/>
            <source>IN_CLASS_DATA: class {value} does not fit the {type} label rasters of the export that OUT_FOLDER holds; choose another folder.</source>
            <translation>IN_CLASS_DATA: a classe {value} não cabe nos rasters de rótulos {type} da exportação que OUT_FOLDER contém; escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../writers/labels/dota.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since a blank ends a name in {format}.</source>
            <translation>Classe {value}: o nome {name} passa a ser {safe}, pois um espaço termina um nome em {format}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/folder_names.py"/>
            <source>IN_CLASS_DATA: class {value} is named {name}, and would share a folder with another class of the export that OUT_FOLDER holds; give it another name.</source>
            <translation>IN_CLASS_DATA: a classe {value} se chama {name} e dividiria uma pasta com outra classe da exportação que OUT_FOLDER contém; dê-lhe outro nome.</translation>
        </message>
        <message>
            <location filename="../writers/labels/folder_names.py"/>
            <source>OUT_FOLDER: the export that it holds names class {value} {name}, which cannot be the name of a folder; choose another folder.</source>
            <translation>OUT_FOLDER: a exportação que contém chama {name} à classe {value}, o que não pode ser o nome de uma pasta; escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../writers/labels/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: PNG holds class values up to {most}, not {value}; choose TIFF, or give that class another value.</source>
            <translation>LABEL_RASTER_FORMAT: PNG comporta valores de classe até {most}, não {value}; escolha TIFF ou dê outro valor a essa classe.</translation>
        </message>
        <message>
            <location filename="../writers/labels/label_rasters.py"/>
            <source>LABEL_RASTER_FORMAT: PNG holds {most} objects of one class in a chip, not {value}; choose TIFF.</source>
            <translation>LABEL_RASTER_FORMAT: PNG comporta {most} objetos de uma classe em um chip, não {value}; escolha TIFF.</translation>
        </message>
        <message>
            <location filename="../writers/labels/multilabeled_tiles.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since a comma or the end of a line ends a name in {format}.</source>
            <translation>Classe {value}: o nome {name} passa a ser {safe}, pois uma vírgula ou um fim de linha termina um nome em {format}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/panoptic/panoptic.py"/>
            <source>IN_INSTANCE_DATA: no chip shows an instance, so there are no files in labels2.</source>
            <translation>IN_INSTANCE_DATA: nenhum chip mostra uma instância, portanto não há arquivos em labels2.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>IMAGE_CHIP_FORMAT: the readers of {name} do not open {format}; choose TIFF, PNG or JPEG.</source>
            <translation>IMAGE_CHIP_FORMAT: os leitores de {name} não abrem {format}; escolha TIFF, PNG ou JPEG.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>METADATA_FORMAT: the readers of {name} open chips of 8 bit with 1, 3 or 4 bands, not of {bands} bands of {dtype}; choose bands with BANDS, and bring them to 8 bit with STRETCH.</source>
            <translation>METADATA_FORMAT: os leitores de {name} abrem chips de 8 bits com 1, 3 ou 4 bandas, não de {bands} bandas de {dtype}; escolha bandas com BANDS e leve-as a 8 bits com STRETCH.</translation>
        </message>
        <message>
            <location filename="../writers/labels/plain_chips.py"/>
            <source>METADATA_FORMAT: most readers of {name} take the first 3 of 4 bands, and some the fourth for transparency; choose 3 bands with BANDS if that is not meant.</source>
            <translation>METADATA_FORMAT: a maioria dos leitores de {name} usa as 3 primeiras de 4 bandas, e alguns a quarta como transparência; escolha 3 bandas com BANDS se não for o que deseja.</translation>
        </message>
        <message>
            <location filename="../writers/labels/rcnn_masks.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since it names a folder.</source>
            <translation>Classe {value}: o nome {name} passa a ser {safe}, pois dá nome a uma pasta.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>IN_CLASS_DATA: class {value} would stand before class {last} of the export that OUT_FOLDER holds, whose label files know classes by their places; give it a value above {last}, or choose another folder.</source>
            <translation>IN_CLASS_DATA: a classe {value} ficaria antes da classe {last} da exportação que OUT_FOLDER contém, cujos arquivos de rótulos conhecem as classes pelo lugar; dê a ela um valor acima de {last} ou escolha outra pasta.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Class {value}: the name {name} becomes {safe}, since readers of {format} take names that begin with {code} for codes of ImageNet.</source>
            <translation>Classe {value}: o nome {name} passa a ser {safe}, pois os leitores de {format} tomam nomes que começam por {code} por códigos do ImageNet.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>{format}: there is no validation split, so val in {file} names the training chips again; figures of a validation on them mean nothing.</source>
            <translation>{format}: não há divisão de validação, por isso val em {file} aponta de novo para os chips de treino; os números de uma validação com eles nada significam.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels left out because {format} has a row like theirs in the same chip: {count}.</source>
            <translation>Rótulos omitidos porque {format} já tem uma linha igual no mesmo chip: {count}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels of several parts or with holes, which {format} holds as one ring with bridges: {count}.</source>
            <translation>Rótulos de várias partes ou com buracos, que {format} guarda como um anel com pontes: {count}.</translation>
        </message>
        <message>
            <location filename="../writers/labels/yolo.py"/>
            <source>Labels whose rectangle stands upright in {format}, since the smallest one reaches further out of the chip than its readers take: {count}.</source>
            <translation>Rótulos cujo retângulo fica reto em {format}, pois o menor sai do chip mais do que os leitores aceitam: {count}.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Cuts imagery into overlapping chips with their labels, draws the chip index, lists the chips that show no label, writes the report, and warns when fewer than {count} chips came out.

An example of the export as a step of a model: its folder, layer and numbers feed the next steps.</source>
            <translation>Corta as imagens em chips sobrepostos com seus rótulos, desenha o índice de chips, lista os chips que não mostram nenhum rótulo, escreve o relatório e avisa quando saíram menos de {count} chips.

Um exemplo da exportação como passo de um modelo: sua pasta, sua camada e seus números alimentam os passos seguintes.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>The raster layer that is cut into chips.</source>
            <translation>A camada raster que é cortada em chips.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>A layer of polygons.</source>
            <translation>Uma camada de polígonos.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>The field that tells classes apart.</source>
            <translation>O campo que distingue as classes.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Width and height of a chip in pixels; chips overlap by half of it.</source>
            <translation>Largura e altura de um chip em pixels; os chips se sobrepõem pela metade.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>How labels are written.</source>
            <translation>Como os rótulos são escritos.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Class field</source>
            <translation>Campo de classe</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Tile size</source>
            <translation>Tamanho do bloco</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Label format</source>
            <translation>Formato dos rótulos</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Export training data and check it</source>
            <translation>Exportar dados de treinamento e conferi-los</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Examples</source>
            <translation>Exemplos</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Few chips?</source>
            <translation>Poucos chips?</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Fewer than {count} chips: too few for most models.</source>
            <translation>Menos de {count} chips: poucos demais para a maioria dos modelos.</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Warn</source>
            <translation>Avisar</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Export training data</source>
            <translation>Exportar dados de treinamento</translation>
        </message>
        <message>
            <location filename="../scripts/example_model.py"/>
            <source>Chips without labels</source>
            <translation>Chips sem rótulos</translation>
        </message>
    </context>
</TS>
