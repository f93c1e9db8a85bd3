import type { IdentifierKind } from "../../packs/identifier-schemas.js";

/** Whether the check digit of a number without spaces fits; null for a kind that has none. */
export function checkDigitFits(check: IdentifierKind["check"], value: string): boolean | null {
  return CHECKED[check](value);
}

const CHECKED: Readonly<Record<IdentifierKind["check"], (value: string) => boolean | null>> = {
  none: () => null,
  imo: fitsImo,
  iso6346: fitsContainer,
  iban: fitsIban,
};

/** IMO resolution A.1117(30): six digits times 7 to 2; the last digit of the sum is the seventh. */
function fitsImo(value: string): boolean {
  let sum = 0;
  for (let at = 0; at < 6; at += 1) sum += Number(value.charAt(at)) * (7 - at);
  return sum % 10 === Number(value.charAt(6));
}

/** ISO 6346: letters count from 10 on without multiples of 11, each place twice the one before. */
function fitsContainer(value: string): boolean {
  let sum = 0;
  for (let at = 0; at < 10; at += 1) sum += containerValue(value.charAt(at)) * 2 ** at;
  return (sum % 11) % 10 === Number(value.charAt(10));
}

function containerValue(sign: string): number {
  const plain = Number.parseInt(sign, 36);
  return plain < 10 ? plain : plain + Math.floor((plain - 1) / 10);
}

/** ISO 13616: the first four signs put last, letters as 10 to 35, the rest by 97 is 1. */
function fitsIban(value: string): boolean {
  let rest = 0;
  for (const sign of value.slice(4) + value.slice(0, 4)) {
    const number = Number.parseInt(sign, 36);
    rest = (rest * (number < 10 ? 10 : 100) + number) % 97;
  }
  return rest === 1;
}
