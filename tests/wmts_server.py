"""A WMTS on the loopback interface, over the tiles of a scene."""

from __future__ import annotations

from pathlib import Path

from servers import Handler, Reply, Request, files
from source_scenes import COLUMNS, CORNER, RESOLUTION, ROWS, WORLD, ZOOM

_CAPABILITIES = """<?xml version="1.0"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
    xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
  <ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP>
    <ows:Get xlink:href="{url}/kvp?"><ows:Constraint name="GetEncoding"><ows:AllowedValues>
      <ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get>
  </ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
  <Contents>
    <Layer>
      <ows:Title>scene</ows:Title><ows:Identifier>scene</ows:Identifier>
      <ows:WGS84BoundingBox><ows:LowerCorner>-3.3 42.7</ows:LowerCorner>
        <ows:UpperCorner>-2.9 42.9</ows:UpperCorner></ows:WGS84BoundingBox>
      <ows:BoundingBox crs="urn:ogc:def:crs:EPSG::3857"><ows:LowerCorner>{left} {bottom}</ows:LowerCorner>
        <ows:UpperCorner>{right} {top}</ows:UpperCorner></ows:BoundingBox>
      <Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style>
      <Format>image/png</Format>
      <TileMatrixSetLink><TileMatrixSet>web</TileMatrixSet></TileMatrixSetLink>
      {resource}
    </Layer>
    <TileMatrixSet><ows:Identifier>web</ows:Identifier>
      <ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>
      {matrices}
    </TileMatrixSet>
  </Contents>
</Capabilities>"""
_RESOURCE = """<ResourceURL format="image/png" resourceType="tile"
  template="{url}/{{TileMatrixSet}}/{{TileMatrix}}/{{TileCol}}/{{TileRow}}.png"/>"""
_MATRIX = """<TileMatrix><ows:Identifier>{zoom}</ows:Identifier><ScaleDenominator>{scale!r}</ScaleDenominator>
  <TopLeftCorner>{left!r} {top!r}</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight>
  <MatrixWidth>{side}</MatrixWidth><MatrixHeight>{side}</MatrixHeight></TileMatrix>"""


def _matrix(zoom: int) -> str:
    scale = WORLD * 2 / 256 / 2**zoom / 0.00028
    return _MATRIX.format(zoom=zoom, scale=scale, left=-WORLD, top=WORLD, side=2**zoom)


def wmts(tiles: Path, rest: bool) -> Handler:
    """Serve tiles of a scene as a WMTS whose tile matrix set is called web.

    Args:
        tiles: XYZ tiles.
        rest: tiles are asked for by their path, not by a query.
    """
    plain = files(tiles)

    def answer(request: Request) -> Reply:
        if request.path == "/wmts.xml":
            url = f"http://{request.headers['Host']}"
            text = _CAPABILITIES.format(
                url=url,
                resource=_RESOURCE.format(url=url) if rest else "",
                matrices=_matrix(ZOOM - 1) + _matrix(ZOOM),
                left=CORNER[0],
                bottom=CORNER[1] - ROWS * RESOLUTION,
                right=CORNER[0] + COLUMNS * RESOLUTION,
                top=CORNER[1],
            )
            return Reply(200, text.encode(), "text/xml")
        if request.path == "/kvp":
            values = request.values
            assert (values["layer"], values["format"], values["style"]) == ("scene", "image/png", "default")
            path = f"/{values['tilematrix']}/{values['tilecol']}/{values['tilerow']}.png"
            return plain(request._replace(path=path))
        return plain(request._replace(path=request.path[len("/web") :]))

    return answer
