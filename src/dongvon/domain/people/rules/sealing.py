"""How a personal number is kept: sealed for those who may read it, hashed with a key so that it can be found."""

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers.aead import AESSIV

_FIND, _SEAL = b"find", b"seal"


class Sealing:
    """Seals and opens under one key; two keys are derived from it, so that neither use weakens the other."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESSIV(_derived(key, _SEAL))
        self._finding_key = _derived(key, _FIND)

    def sealed(self, text: str) -> bytes:
        """The number under AES-SIV (RFC 5297): authenticated, and safe without a random part."""
        return self.sealed_bytes(text.encode())

    def unsealed(self, packed: bytes) -> str:
        """The number again; raises InvalidTag when the key is not the one it was sealed with."""
        return self.unsealed_bytes(packed).decode()

    def sealed_bytes(self, content: bytes) -> bytes:
        """Any content, in the same way."""
        return self._cipher.encrypt(content, None)

    def unsealed_bytes(self, packed: bytes) -> bytes:
        """The content again; raises InvalidTag."""
        return self._cipher.decrypt(packed, None)

    def finding_mark(self, digits: str) -> bytes:
        """32 bytes that are equal for equal numbers and tell nothing without the key."""
        return hmac.digest(self._finding_key, digits.encode(), hashlib.sha256)


def _derived(key: bytes, use: bytes) -> bytes:
    return hashlib.blake2b(key, person=use, digest_size=64).digest()
