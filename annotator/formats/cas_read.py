"""UIMA CAS files read: XMI with its type system, or without one, and JSON."""

import io
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

from annotator.formats.archive import Files, open_files
from annotator.formats.cas_types import cassis
from annotator.formats.cas_unlisted import CAS, TCAS, XMI, unlisted_in_json, unlisted_in_xmi
from annotator.formats.cas_views import documents_of
from annotator.formats.faults import fault_text
from annotator.formats.incoming import Incoming, ReadOptions
from annotator.formats.input_file import as_text, read_bytes
from annotator.formats.json_text import parse_json
from annotator.formats.xml_tree import local_name, namespace, parse_xml
from annotator.model.errors import UserError

_TYPES = "http://uima.apache.org/resourceSpecifier"
_NO_PACKAGE = "uima.noNamespace"
_ROOT = {True: "uima.tcas.Annotation", False: "uima.cas.TOP"}
_OWN = {"sofa", "begin", "end"}
_BREAKS = (
    *(LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError),
    *(RuntimeError, AssertionError, SyntaxError, NotImplementedError),
)
"""What the library raises on a damaged file, besides its own exceptions."""


def read_xmi(path: Path, _options: ReadOptions) -> Iterator[Incoming]:
    """Yield each document of an XMI file, or of an archive or folder of them.

    The types are taken from a type system among the files or beside the one file; without one
    every element with offsets is taken for an annotation.

    Raises:
        UserError: a file is damaged or holds no text.
    """
    with open_files(path) as files:
        declared = _type_systems(files) or _beside(path)
        types = cache(lambda: _declared_types(declared)) if declared else None
        names = [name for name in files.names if name.lower().endswith(".xmi")]
        if not names and len(files.names) == 1:
            names = files.names
        if not names:
            raise UserError("{name}: files that end in .xmi were expected.", name=path.name)
        for name in names:
            yield from _xmi(files.read(name), name, types)


def read_json(path: Path, _options: ReadOptions) -> Iterator[Incoming]:
    """Yield each document of a CAS JSON file, or of an archive or folder of them.

    Raises:
        UserError: a file is damaged or holds no text.
    """
    with open_files(path) as files:
        names = [name for name in files.names if name.lower().endswith(".json")]
        for name in names or files.names:
            yield from _json(files.read(name), name)


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


def _type_systems(files: Files) -> list[tuple[str, bytes]]:
    """Return the type systems among the files of an archive or folder."""
    if len(files.names) == 1:
        return []
    wanted = [n for n in files.names if n.lower().endswith(".xml") and "typesystem" in n.lower()]
    return [(name, files.read(name)) for name in wanted]


def _beside(path: Path) -> list[tuple[str, bytes]]:
    """Return the type system that lies beside a file."""
    if path.is_dir():
        return []
    for file in sorted(path.parent.glob("*.xml")):
        if file.name.lower() in {"typesystem.xml", f"{path.stem.lower()}-typesystem.xml"}:
            return [(file.name, read_bytes(file))]
    return []


def _xmi(content: bytes, name: str, declared: Callable[[], Any] | None) -> Iterator[Incoming]:
    root = parse_xml(content, name)
    if root.tag != f"{{{XMI}}}XMI":
        raise UserError("{name}, line 1: an XMI file of a CAS was expected.", name=name)
    library = cassis()

    def load() -> Any:  # noqa: ANN401
        types = declared() if declared else _types_found(root)
        return library.load_cas_from_xmi(io.BytesIO(content), typesystem=types, lenient=True)

    yield from documents_of(_loaded(load, name), _stem(name), unlisted_in_xmi(root))


def _json(content: bytes, name: str) -> Iterator[Incoming]:
    value = parse_json(as_text(content, name), name)
    if not isinstance(value, dict) or not {"%FEATURE_STRUCTURES", "%TYPES"} & value.keys():
        raise UserError("{name}, line 1: a CAS in JSON was expected.", name=name)
    library = cassis()
    cas = _loaded(lambda: library.load_cas_from_json(io.BytesIO(content)), name)
    yield from documents_of(cas, _stem(name), unlisted_in_json(value))


def _loaded(load: Callable[[], Any], name: str) -> Any:  # noqa: ANN401
    """Return what the library loads, its complaints as one sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load()
    except UserError:
        raise
    except Exception as error:
        if not isinstance(error, _BREAKS) and not type(error).__module__.startswith("cassis"):
            raise
        raise UserError(
            "{name}: a sound CAS was expected ({reason}).",
            name=name,
            reason=fault_text(error),
        ) from error


def _declared_types(declared: list[tuple[str, bytes]]) -> Any:  # noqa: ANN401
    library = cassis()
    systems = []
    for name, content in declared:
        if namespace(parse_xml(content, name)) != _TYPES:
            raise UserError("{name}, line 1: a UIMA type system was expected.", name=name)
        systems.append(library.load_typesystem(io.BytesIO(content)))
    return systems[0] if len(systems) == 1 else library.merge_typesystems(*systems)


def _types_found(root: Element) -> Any:  # noqa: ANN401
    """Return types that fit the elements of a file: their attributes are texts."""
    types = cassis().TypeSystem()
    features: dict[str, dict[str, str]] = {}
    placed: dict[str, bool] = {}
    for found in root:
        if namespace(found) in {XMI, CAS, TCAS, ""}:
            continue
        name = _type_name(found)
        placed[name] = placed.get(name, True) and {"begin", "end"}.issubset(found.keys())
        own = features.setdefault(name, {})
        own |= dict.fromkeys((k for k in found.keys() if not k.startswith("{")), "uima.cas.String")  # noqa: SIM118
        own |= dict.fromkeys((local_name(child) for child in found), "uima.cas.StringArray")
    for name, own in features.items():
        made = types.create_type(name=name, supertypeName=_ROOT[placed[name]])
        for feature, kind in own.items():
            if not (placed[name] and feature in _OWN):
                types.create_feature(domainType=made, name=feature, rangeType=kind)
    return types


def _type_name(found: Element) -> str:
    """Return the type that an element stands for, as UIMA spells it."""
    package = namespace(found).removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return local_name(found) if package == _NO_PACKAGE else f"{package}.{local_name(found)}"
