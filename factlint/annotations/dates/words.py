"""The English words of dates: months, weekdays, parts of the day, seasons, units; with their TIMEX3 codes."""

from __future__ import annotations

from factlint.text.calendar import WEEKDAYS
from factlint.text.wordlist import numbered, word_set

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# As the Associated Press shortens months before a day: the short ones are written in full.
SHORT_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")

MONTH_OF = {month.lower(): number for number, month in enumerate(MONTHS, 1)}
MONTH_OF_SHORT = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1) if month != "May"} | {"sept": 9}
WEEKDAY_OF = {day.lower(): number for number, day in enumerate(WEEKDAYS)}
WEEKDAY_OF_SHORT = numbered("mon tue wed thu fri sat sun") | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

PARTS_OF_DAY = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "nights": "TNI", "lunchtime": "TMI",
}  # fmt: skip
DAYPART_OF = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TMI": "midday"}
ZONES = word_set("gmt utc est edt cst cdt mst mdt pst pdt et ct mt pt bst cet cest msk ist jst aest")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

# The unit that a word stands for, and how many of them.
UNITS = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1), "night": ("D", 1), "week": ("W", 1),
    "fortnight": ("W", 2), "weekend": ("WE", 1), "month": ("M", 1), "quarter": ("Q", 1), "year": ("Y", 1),
    "decade": ("Y", 10), "century": ("Y", 100),
}  # fmt: skip
# Days of a unit: a month and a year as long as they are on average in the Gregorian calendar (365.2425 days a year).
DAYS_OF = {
    "second": 1 / 86_400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0,
    "weekend": 2.0, "month": 365.2425 / 12, "quarter": 365.2425 / 4, "year": 365.2425, "decade": 3652.425,
    "century": 36524.25,
}  # fmt: skip
PLURALS = {f"{unit}s": unit for unit in UNITS if unit != "century"} | {"centuries": "century"}
