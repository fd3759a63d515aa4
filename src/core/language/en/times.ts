import type { TimeWords } from '../time-words';

/** English dates beyond the names of days and months. Adding a phrase here is all that it takes. */
export const englishTimes: TimeWords = {
  relative: [
    ['(the day before|) yesterday', { unit: 'day', by: -1 }],
    ['last night', { unit: 'day', by: -1 }],
    ['today, tonight, this morning, this afternoon, this evening, earlier today', { unit: 'day', by: 0 }],
    ['tomorrow', { unit: 'day', by: 1 }],
    ['(earlier|later|) this week', { unit: 'week', by: 0 }],
    ['(late|early|) last week, the previous week', { unit: 'week', by: -1 }],
    ['(late|early|) next week', { unit: 'week', by: 1 }],
    ['this weekend', { unit: 'weekend', by: 0 }],
    ['last weekend', { unit: 'weekend', by: -1 }],
    ['next weekend', { unit: 'weekend', by: 1 }],
    ['(earlier|later|) this month', { unit: 'month', by: 0 }],
    ['(late|early|) last month, the previous month', { unit: 'month', by: -1 }],
    ['(late|early|) next month', { unit: 'month', by: 1 }],
    ['this quarter', { unit: 'quarter', by: 0 }],
    ['last quarter', { unit: 'quarter', by: -1 }],
    ['next quarter', { unit: 'quarter', by: 1 }],
    ['(earlier|later|) this year', { unit: 'year', by: 0 }],
    ['(late|early|) last year, the previous year', { unit: 'year', by: -1 }],
    ['(late|early|) next year', { unit: 'year', by: 1 }],
  ],
  unresolved:
    'the day before, the night before, the week before, the month before, the year before, the day after tomorrow, the previous day, the following day, the next day, the day after, last season, next season, the following week, the following month, the following year',
  last: 'last past',
  next: 'next coming',
  current: 'this',
  seasons: { spring: 'spring', summer: 'summer', autumn: 'autumn fall', winter: 'winter' },
  beforeYear: `in since by until till before after from during of to and early late mid circa around for about season year than or
    through between election summer winter spring autumn the`,
  beforeMonth:
    'in since by until till before after from during of to and early late mid mid- last next this each every between through on for end start beginning',
  yearParts: `Q1=1, Q2=4, Q3=7, Q4=10, H1=1, H2=7, fiscal first quarter=1, fiscal second quarter=4, fiscal third quarter=7, fiscal fourth quarter=10, first quarter=1, second quarter=4, third quarter=7, fourth quarter=10, first half=1, second half=7`,
  decades: '',
  century: 'century',
  future: `will 'll won't shall due expected set plans plan planned scheduled next upcoming tomorrow would going hopes hope intends intend aims aim takes starts begins opens runs
    leaves meets returns faces ends expires goes go come comes resumes launches votes decides closes before`,
  futureEndings: null,
  holidays: `Christmas (Day|Eve|), Easter (Sunday|Monday|), Good Friday, New Year’s (Day|Eve), Thanksgiving (Day|), Labor Day, Memorial Day, Independence Day, Boxing Day, Halloween, Ramadan, Bastille Day, Veterans Day, Armistice Day, Presidents’ Day, Martin Luther King Jr. Day, Columbus Day, Juneteenth, Remembrance Sunday, Remembrance Day, Mother’s Day, Father’s Day, Valentine’s Day, St Patrick’s Day, Ash Wednesday, Palm Sunday, Whit Monday, Hanukkah, Diwali, Lunar New Year, Chinese New Year, Black Friday, Cyber Monday, Bonfire Night, Burns Night, Anzac Day, Australia Day, Canada Day, May Day`,
};
