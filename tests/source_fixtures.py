"""Fixtures of the sources' tests: one scene, cut into tiles once.

A test module takes them with ``pytest_plugins = ["source_fixtures"]`` and does not import this one, so that
all modules share what is made once a session.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from source_scenes import Scene, make_scene, scene_tiles


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A scene whose pixels are those of a zoom."""
    return make_scene(tmp_path_factory.mktemp("scene"))


@pytest.fixture(scope="session")
def tiles(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """XYZ tiles of the scene and nothing around it, as gdal2tiles makes them."""
    return scene_tiles(scene, tmp_path_factory.mktemp("tiles"))
