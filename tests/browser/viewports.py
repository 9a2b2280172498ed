"""The sizes of screen that pages are tried on."""

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
