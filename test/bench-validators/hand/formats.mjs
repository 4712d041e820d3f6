// Format checks by hand, as fast as we could make them on fresh strings:
// - UUID by table: random hex digits defeat the branch predictor, and with it every regular expression and range test.
// - The others by a regular expression that asks for the opposite, /^(?!…$)/: one that fails does not record its match, which costs a write barrier.

const DIGIT = "[\\da-fA-F]";
const isHex = new Uint8Array(256);
for (const digit of "0123456789abcdefABCDEF") isHex[digit.charCodeAt(0)] = 1;

const fourHex = (text, i) =>
  isHex[text.charCodeAt(i)] & isHex[text.charCodeAt(i + 1)] & isHex[text.charCodeAt(i + 2)] & isHex[text.charCodeAt(i + 3)];

const DASH = 45;

/** RFC 4122, any version, either letter case. */
export const isUuid = (text) =>
  text.length === 36 &&
  text.charCodeAt(8) === DASH &&
  text.charCodeAt(13) === DASH &&
  text.charCodeAt(18) === DASH &&
  text.charCodeAt(23) === DASH &&
  (fourHex(text, 0) &
    fourHex(text, 4) &
    fourHex(text, 9) &
    fourHex(text, 14) &
    fourHex(text, 19) &
    fourHex(text, 24) &
    fourHex(text, 28) &
    fourHex(text, 32)) ===
    1;

const NO_DATE_TIME = /^(?!\d\d\d\d-[01]\d-[0-3]\d[Tt][0-2]\d:[0-5]\d:[0-6]\d(?:\.\d+)?(?:[Zz]|[+-][0-2]\d:[0-5]\d)$)/;
const DAYS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const TWO_ZEROS = 48 * 10 + 48;
const twoDigits = (text, i) => text.charCodeAt(i) * 10 + text.charCodeAt(i + 1) - TWO_ZEROS;

/** RFC 3339, with leap years and leap seconds. */
export function isDateTime(text) {
  if (NO_DATE_TIME.test(text)) return false;
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (month < 1 || month > 12 || day < 1 || twoDigits(text, 11) > 23) return false;
  const zone = text.charCodeAt(text.length - 1) | 0x20;
  if (zone !== 0x7a && twoDigits(text, text.length - 5) > 23) return false;
  if (text.charCodeAt(17) === 54 && !isLeapSecond(text)) return false;
  if (day < 29) return true;
  if (day > DAYS[month]) return false;
  if (month !== 2) return true;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** A second 60 is right only where it is 23:59 in UTC. */
function isLeapSecond(text) {
  if (text.charCodeAt(18) !== 48) return false;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? ["", "+", "0", "0"];
  const offset = (sign === "-" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  return (twoDigits(text, 11) * 60 + twoDigits(text, 14) + offset + 1440) % 1440 === 1439;
}

const CHARACTER = "[!#$&-;=?-Z_a-z~]";
const RUN = `(?:${CHARACTER}${CHARACTER}${CHARACTER}${CHARACTER})*(?:${CHARACTER}(?:${CHARACTER}(?:${CHARACTER})?)?)?`;
const NO_URI = new RegExp(`^(?![a-zA-Z][a-zA-Z\\d+.-]*:${RUN}(?:%${DIGIT}${DIGIT}${RUN})*$)`);
const IP_HOST = new RegExp(
  `^[a-zA-Z][a-zA-Z\\d+.-]*://(?:[!$&-.0-;=_a-zA-Z~]|%${DIGIT}${DIGIT})*@?\\[[\\da-fA-F:.]+\\](?::\\d*)?(?:[/?#](?:${CHARACTER}|%${DIGIT}${DIGIT})*)?$`,
);

/** RFC 3986: a scheme and what may follow it; brackets only around an IP address. */
export const isUri = (text) => !NO_URI.test(text) || (text.includes("[") && IP_HOST.test(text));
