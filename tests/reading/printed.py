"""PDF files written by hand: each piece of text at its place on a page, in a given order."""

from collections.abc import Sequence

Piece = tuple[float, float, str]
"""Where a piece of text begins, in points from the lower left corner, and the text."""
_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
)


def pdf_of(*pages: Sequence[Piece], size: int = 10) -> bytes:
    """Return a file whose pages show pieces of Latin text in the order given."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, pieces in enumerate(pages):
        shown = "".join(f"BT /F1 {size} Tf {x} {y} Td ({_plain(t)}) Tj ET\n" for x, y, t in pieces)
        objects += [
            f"{_PAGE} /Contents {5 + 2 * at} 0 R >>",
            f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        ]
    out = b"%PDF-1.4\n"
    starts = []
    for number, body in enumerate(objects, start=1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer << /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n{len(out)}\n%%EOF"
    return out + (head + tail).encode()


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
