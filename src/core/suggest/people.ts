import { fold } from '#core/language/words';
import type { Gender, Mention } from './mentions';
import { isMisspelling } from './spelling';

/** Somebody who is named in the article. */
export interface Person {
  /** The fullest form of the name. */
  full: string;
  readonly surname: string;
  gender: Gender | null;
  /** Heads of the roles that stand beside the name, in lower case. */
  readonly roles: Set<string>;
  /** Counts up with every mention: of two with one surname the later is meant. */
  seen: number;
}

export function nameParts(name: string): string[] {
  return name.split(/[\s\u00a0\u202f]+/);
}

export function surnameOf(name: string): string {
  return nameParts(name).at(-1)?.toLowerCase() ?? '';
}

/** Everybody whom an article names, found by surname, whole name, first part or a slip of the pen. */
export class People {
  private readonly bySurname = new Map<string, Person[]>();
  private readonly list: Person[] = [];
  private readonly spelt = new Map<string, Person | null>();
  private clock = 0;

  all(): readonly Person[] {
    return this.list;
  }

  add(mention: Mention): void {
    const surname = surnameOf(mention.name);
    const known = this.find(mention.name, mention.gender, false);
    if (!known) {
      const person: Person = {
        full: mention.name,
        surname,
        gender: mention.gender,
        roles: new Set(),
        seen: 0,
      };
      this.bySurname.set(surname, [...(this.bySurname.get(surname) ?? []), person]);
      this.list.push(person);
      this.spelt.clear();
      return;
    }
    if (nameParts(mention.name).length > nameParts(known.full).length) known.full = mention.name;
    known.gender ??= mention.gender;
  }

  /** Who is meant by a name; `isLoose` forgives a letter or two, and takes a first part for the whole. */
  find(name: string, gender: Gender | null, isLoose = true): Person | null {
    const parts = nameParts(name);
    const candidates = this.bySurname.get(surnameOf(name)) ?? [];
    const fitting = candidates.filter((person) => {
      const isOther = gender !== null && person.gender !== null && person.gender !== gender;
      return !isOther && (parts.length === 1 || isSameName(name, person.full));
    });
    const latest = fitting.reduce<Person | null>(
      (best, one) => (best && best.seen > one.seen ? best : one),
      null,
    );
    return latest ?? (isLoose && parts.length === 1 ? this.cachedSpelling(name) : null);
  }

  /** Remembers that somebody was named just now. */
  touch(person: Person): void {
    this.clock += 1;
    person.seen = this.clock;
  }

  private cachedSpelling(name: string): Person | null {
    const known = this.spelt.get(name);
    if (known !== undefined) return known;
    const found = this.bySpelling(name);
    this.spelt.set(name, found);
    return found;
  }

  /** “Zelenskyy” where the article has Zelensky; “Min” where it has Min Ji-woo. */
  private bySpelling(name: string): Person | null {
    const folded = fold(name);
    for (const person of this.list) {
      if (isMisspelling(folded, fold(person.surname))) return person;
      const [first, ...rest] = nameParts(person.full);
      if (first === name && rest.length > 0 && person.gender === null) return person;
    }
    return null;
  }
}

/** “P. Gromov” and “Pavel Gromov” are one, “Paul Vasseur” and “Isabelle Vasseur” two. */
function isSameName(a: string, b: string): boolean {
  const [first = ''] = nameParts(a);
  const [other = ''] = nameParts(b);
  if (nameParts(b).length === 1 || a.includes(b) || b.includes(a)) return true;
  if (/^\p{Lu}\.$/u.test(first) || /^\p{Lu}\.$/u.test(other)) return first[0] === other[0];
  return fold(first) === fold(other);
}
