"""Where an operator's own map tiles come from, for the policy that says what a page may load."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


def origins(address: str) -> list[str]:
    """Return the one origin that tiles come from, none where no address is set; raise for one that cannot be used."""
    if not address:
        return []
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.netloc or not all(part in address for part in ("{z}", "{x}", "{y}")):
        raise ImproperlyConfigured("CP_TILES should be like https://tiles.example.org/{z}/{x}/{y}.png")
    return [f"https://{parts.netloc}"]
