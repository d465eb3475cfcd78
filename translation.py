"""The plugin's texts in the user's language."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QTranslator

I18N = Path(__file__).parent / "i18n"


def install(locale: str) -> QTranslator | None:
    """Make Qt translate the plugin's texts, and return what has to be kept for that.

    Args:
        locale: QGIS's, such as "de" or "pt_BR"; the language alone counts.

    Returns:
        None where there is no translation.
    """
    translator = QTranslator()
    if not translator.load(str(I18N / f"training_data_exporter_{locale[:2]}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove(translator: QTranslator | None) -> None:
    """Go back to English."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
