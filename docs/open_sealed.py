"""Opens a sealed file without Waymark: python3 open_sealed.py FILE

Needs PyNaCl (pip install pynacl). Asks for the passphrase, or takes it from standard input when that is no terminal.
Prints the text that was sealed. Ends with 1 when the file is damaged or cannot be opened, and with 2 when the
passphrase is wrong. docs/sealed-file.md describes the format.
"""

import base64
import getpass
import hashlib
import json
import sys

from nacl import bindings as sodium
from nacl.exceptions import CryptoError


class Unreadable(Exception):
    """The file is damaged, too new, or asks for more than this script gives."""


def read(text):
    """The header as bytes, what it says, and the ciphertext. Makes no key."""
    file = json.loads(text)
    if file["format"] != "waymark-sealed":
        raise Unreadable("This is not a sealed file.")
    if file["min_reader"] > 1:
        raise Unreadable("This file needs a newer version of this script.")
    header = file["header"].encode()
    ciphertext = base64.b64decode(file["ciphertext"], validate=True)
    checked = len(header).to_bytes(8, "little") + header + ciphertext
    if hashlib.blake2b(checked, digest_size=32).hexdigest() != file["checksum"]:
        raise Unreadable("This file is damaged.")
    says = json.loads(header)
    for name in ("format", "version", "min_reader"):
        if says[name] != file[name]:
            raise Unreadable("This file is damaged.")
    return header, says, ciphertext


def make_key(passphrase, kdf):
    """The key. libsodium knows Argon2id in version 19 and with one lane only."""
    if (kdf["name"], kdf["version"], kdf["lanes"]) != ("argon2id", 19, 1):
        raise Unreadable("This file makes its key in a way that this script does not know.")
    if kdf["memory_kib"] > 256 * 1024 or kdf["passes"] > 10:
        raise Unreadable("This file asks for too much memory or time.")
    salt = base64.b64decode(kdf["salt"], validate=True)
    return sodium.crypto_pwhash_alg(
        32,
        passphrase,
        salt,
        opslimit=kdf["passes"],
        memlimit=kdf["memory_kib"] * 1024,
        alg=sodium.crypto_pwhash_ALG_ARGON2ID13,
    )


def decrypt(header, says, ciphertext, passphrase):
    """The text that was sealed, as bytes; CryptoError where the passphrase is wrong."""
    if says["cipher"]["name"] != "xchacha20-poly1305":
        raise Unreadable("This file is encrypted in a way that this script does not know.")
    nonce = base64.b64decode(says["cipher"]["nonce"], validate=True)
    key = make_key(passphrase.encode(), says["kdf"])
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(ciphertext, header, nonce, key)


def open_sealed(path):
    """What is sealed in the file at `path`, as bytes. Nobody is asked for the passphrase of a damaged file."""
    with open(path, encoding="utf-8-sig") as file:
        sealed = read(file.read())
    terminal = sys.stdin.isatty()
    passphrase = getpass.getpass("Passphrase: ") if terminal else sys.stdin.read().removesuffix("\n")
    return decrypt(*sealed, passphrase)


def main(path):
    """Prints what is sealed, or says why not."""
    try:
        sys.stdout.buffer.write(open_sealed(path))
        return 0
    except Unreadable as why:
        return fail(1, why)
    except (ValueError, KeyError, TypeError):
        return fail(1, "This file is damaged.")
    except (RuntimeError, MemoryError):
        return fail(1, "There is not enough memory to open this file.")
    except CryptoError:
        return fail(2, "This is not the passphrase that the file was sealed with.")


def fail(code, why):
    """Says why on the error output."""
    print(why, file=sys.stderr)
    return code


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
