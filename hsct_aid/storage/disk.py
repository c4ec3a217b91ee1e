"""The one door to the operating system's file calls.

A file is written whole or not at all: under a temporary name, forced to the disk, read back, then given its name.
Every function raises OSError where the system says no; ``why.why`` turns that into one sentence for the person.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

TEMPORARY: Final = ".writing-"
"""Files that start so were being written when the program stopped; they hold nothing that was called saved."""
_BINARY: Final[int] = getattr(os, "O_BINARY", 0)
_NO_WAIT: Final[int] = getattr(os, "O_NONBLOCK", 0)
_CHUNK: Final = 1 << 20


def make_folder(path: Path) -> None:
    """Make ``path`` and what is missing above it, for this account alone. What is there stays as it is."""
    with suppress(FileNotFoundError):
        os.stat(path)  # a name that can never be one is not taken apart first
    missing = [each for each in (path, *path.parents) if not os.path.lexists(each)]
    for each in reversed(missing):
        with suppress(FileExistsError):
            os.mkdir(each, 0o700)
        try:
            sync_folder(each.parent)
        except PermissionError:
            continue  # a folder of the system's, which may be entered but not read
        except OSError:
            os.rmdir(each)
            raise
    if not stat.S_ISDIR(os.stat(path).st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))


def private_folder(path: Path) -> None:
    """``make_folder``; and a folder of the aid's own that others can enter is closed to them."""
    make_folder(path)
    if os.stat(path).st_mode & 0o077:
        with suppress(OSError):
            os.chmod(path, 0o700)


def stage(folder: Path, data: bytes) -> Path:
    """Write ``data`` to a new temporary file in ``folder``, force it to the disk and read it back; its path."""
    path = folder / f"{TEMPORARY}{os.urandom(8).hex()}"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        try:
            _write(handle, data)
            _sync(handle)
        finally:
            os.close(handle)
        if read(path, len(data)) != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
    except OSError:
        with suppress(OSError):
            os.unlink(path)
        raise
    return path


def publish(staged: Path, path: Path) -> None:
    """Give a staged file its name. Raises FileExistsError where the name is taken: nothing is written over."""
    try:
        os.link(staged, path)
    except OSError:
        # not every file system has hard links; and a link may be made although the answer was an error
        if not _is_same(staged, path):
            rename(staged, path)
    finally:
        with suppress(OSError):
            os.unlink(staged)


def sync_folder(folder: Path) -> None:
    """Force the names in ``folder`` to the disk, where the system can do that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def replace(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, whole, over what was there; the person has agreed to that. Devices are written to."""
    if path.exists() and not path.is_file():
        handle = os.open(path, os.O_WRONLY | _BINARY | _NO_WAIT)  # a pipe that nobody reads would wait for ever
        try:
            if _NO_WAIT:
                os.set_blocking(handle, True)
            _write(handle, data)
        finally:
            os.close(handle)
        return
    path = Path(os.path.realpath(path))  # where links go round in a ring, the first of them
    staged = stage(path.parent, data)
    try:
        os.replace(staged, path)
    except OSError:
        with suppress(OSError):
            os.unlink(staged)
        raise
    sync_folder(path.parent)


def rename(path: Path, to: Path) -> None:
    """Give a file or folder another name. Raises FileExistsError where that name is taken."""
    if os.path.lexists(to):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    os.rename(path, to)


def set_aside(path: Path, name: str) -> str:
    """Rename a file to ``name`` in its folder, or to that name with a number where it is taken; the name it got."""
    stem, _dot, ending = name.partition(".")
    for number in range(1, 1000):
        with suppress(FileExistsError):
            aside = f"{stem}-{number}.{ending}" if number > 1 else name
            rename(path, path.with_name(aside))
            return aside
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


def read(path: Path, most: int, told: Callable[[float], None] | None = None) -> bytes:
    """All bytes of the file at ``path``; ``told`` hears what share of them is read.

    Raises OSError (EFBIG) past ``most`` bytes, and for what is not a file.
    """
    handle = os.open(path, os.O_RDONLY | _BINARY | _NO_WAIT)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        data = bytearray()
        while chunk := os.read(handle, _CHUNK):
            data += chunk
            if len(data) > most:
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
            if told is not None:
                told(min(1.0, len(data) / max(1, found.st_size)))
    finally:
        os.close(handle)
    return bytes(data)


def names(folder: Path) -> list[str]:
    """The names in ``folder``, in order; none where it is not there."""
    try:
        return sorted(os.listdir(folder))
    except FileNotFoundError:
        return []


def remove(path: Path) -> None:
    """Remove a file; nothing happens where it is gone already."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def remove_folder(path: Path) -> None:
    """Remove a folder and all in it."""
    shutil.rmtree(path)


def sweep(folder: Path) -> None:
    """Remove what was being written when a program stopped."""
    for name in names(folder):
        if name.startswith(TEMPORARY):
            with suppress(OSError):
                os.unlink(folder / name)


def lock(path: Path, owner: str) -> int | None:
    """Take the lock at ``path`` and write who has it; a number for ``unlock``, or None where it is taken.

    The system frees the lock when its program ends, however it ends: one left behind by a crash is simply taken over.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
    try:
        if not _try_lock(handle):
            os.close(handle)
            return None
        os.ftruncate(handle, 0)
        _write(handle, owner.encode())
    except OSError:
        os.close(handle)
        raise
    return handle


def unlock(handle: int) -> None:
    """Let go of a lock."""
    os.close(handle)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.samestat(os.stat(one), os.stat(other))
    except OSError:
        return False


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # there, fsync alone leaves the data in the drive's own memory
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _try_lock(handle: int) -> bool:
    """True where the lock is ours, or where this file system knows no locks: the store has its own second check."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _CHUNK, os.SEEK_SET)  # behind what is written, so that others can still read it
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True
