"""How a personal number is kept: sealed for those who may read it, hashed with a key so that it can be found."""

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers.aead import AESSIV

_FIND, _SEAL = b"find", b"seal"


def sealed(digits: str, *, key: bytes) -> bytes:
    """The number under AES-SIV (RFC 5297): authenticated, and safe without a random part."""
    return AESSIV(_derived(key, _SEAL)).encrypt(digits.encode(), None)


def unsealed(packed: bytes, *, key: bytes) -> str:
    """The number again; raises InvalidTag when the key is not the one it was sealed with."""
    return AESSIV(_derived(key, _SEAL)).decrypt(packed, None).decode()


def finding_mark(digits: str, *, key: bytes) -> bytes:
    """32 bytes that are equal for equal numbers and tell nothing without the key."""
    return hmac.digest(_derived(key, _FIND), digits.encode(), hashlib.sha256)


def _derived(key: bytes, use: bytes) -> bytes:
    return hashlib.blake2b(key, person=use, digest_size=64).digest()
