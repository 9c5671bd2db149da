"""What is to happen this or next weekend, week or weekday, and where: for a look across the articles of a story."""

from __future__ import annotations

from factlint.annotations import Kind
from factlint.annotations.appointments.appointment import Appointment
from factlint.annotations.appointments.find import find_appointments

__all__ = ["KIND", "Appointment"]

KIND = Kind(name="appointment", fact=Appointment, find=find_appointments)
