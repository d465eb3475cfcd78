"""The plugin in QGIS: an entry in the raster menu and a button, which open the dialog, and go with it."""

from __future__ import annotations

import pytest
from scenes import ALGORITHM


class Iface:
    """QGIS's interface as far as the plugin uses it."""

    def __init__(self) -> None:
        from qgis.PyQt.QtWidgets import QMenu

        self.menu = QMenu()
        self.buttons: list = []

    def rasterMenu(self):
        return self.menu

    def addToolBarIcon(self, action) -> None:
        self.buttons.append(action)

    def removeToolBarIcon(self, action) -> None:
        self.buttons.remove(action)


class Registry:
    """Stands for Processing's registry, which has the provider of the other tests."""

    def __init__(self) -> None:
        self.providers: list = []

    def addProvider(self, provider) -> None:
        provider.refreshAlgorithms()
        self.providers.append(provider)

    def removeProvider(self, provider) -> None:
        self.providers.remove(provider)


@pytest.fixture
def registry(qgis_app, monkeypatch) -> Registry:
    from qgis.core import QgsApplication

    found = Registry()
    monkeypatch.setattr(QgsApplication, "processingRegistry", lambda: found)
    return found


@pytest.fixture
def shown(monkeypatch) -> list[tuple[str, dict]]:
    """The dialogs that were opened: algorithm and values."""
    import processing

    opened = []

    class Dialog:
        def __init__(self, name, values) -> None:
            self.call = name, values

        def show(self) -> None:
            opened.append(self.call)

    monkeypatch.setattr(processing, "createAlgorithmDialog", Dialog)
    return opened


def plugin(iface):
    import training_data_exporter

    return training_data_exporter.classFactory(iface)


def test_menu_and_button_open_the_dialog(registry, shown):
    iface = Iface()
    started = plugin(iface)
    started.initGui()
    (entry,), (button,) = iface.menu.actions(), iface.buttons
    assert entry is button
    assert entry.text() == "Export training data..."
    assert not entry.icon().isNull()
    assert entry.toolTip() == "Cuts imagery into chips and writes the labels of each chip beside them."
    assert shown == []
    entry.trigger()
    assert [(name.split(":")[-1], values) for name, values in shown] == [(ALGORITHM.split(":")[-1], {})]
    started.unload()


def test_they_go_with_the_plugin_and_come_again(registry, shown):
    iface = Iface()
    started = plugin(iface)
    for _ in range(2):
        started.initGui()
        assert [len(iface.menu.actions()), len(iface.buttons), len(registry.providers)] == [1, 1, 1]
        started.unload()
        assert [len(iface.menu.actions()), len(iface.buttons), len(registry.providers)] == [0, 0, 0]


def test_qgis_process_needs_no_interface(registry):
    started = plugin(None)
    started.initProcessing()
    assert len(registry.providers) == 1
    started.unload()
    assert registry.providers == []
