"""Text becomes candidate figures, claims and topics."""
