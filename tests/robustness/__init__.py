"""Tests with processes that are killed, disks that fail and files that are not what they were."""
