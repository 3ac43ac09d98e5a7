"""Invented experiments that write through the client, as beamlines and pipelines do: to see a server live, and to try it."""
