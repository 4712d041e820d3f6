// The formats of JSON Schema: the official suite's tests of them, and cases from the RFCs that the suite leaves out.
import { describe, expect, test } from "vitest";
import { casesOf, DRAFTS, MISSING } from "../scripts/conformance/suite.ts";
import { stringMember } from "../scripts/lib/json.ts";
import { matchesDateTime } from "../templates/src/formats/date-time.ts";
import { matchesDate } from "../templates/src/formats/date.ts";
import { matchesDuration } from "../templates/src/formats/duration.ts";
import { matchesEmail } from "../templates/src/formats/email.ts";
import { matchesHostname } from "../templates/src/formats/hostname.ts";
import { matchesIdnEmail } from "../templates/src/formats/idn-email.ts";
import { matchesIdnHostname } from "../templates/src/formats/idn-hostname.ts";
import { matchesIpv4 } from "../templates/src/formats/ipv4.ts";
import { matchesIpv6 } from "../templates/src/formats/ipv6.ts";
import { matchesIriReference } from "../templates/src/formats/iri-reference.ts";
import { matchesIri } from "../templates/src/formats/iri.ts";
import { matchesJsonPointer } from "../templates/src/formats/json-pointer.ts";
import { matchesRegex } from "../templates/src/formats/regex.ts";
import { matchesRelativeJsonPointer } from "../templates/src/formats/relative-json-pointer.ts";
import { matchesTime } from "../templates/src/formats/time.ts";
import { matchesUriReference } from "../templates/src/formats/uri-reference.ts";
import { matchesUriTemplate } from "../templates/src/formats/uri-template.ts";
import { matchesUri } from "../templates/src/formats/uri.ts";
import { matchesUuid } from "../templates/src/formats/uuid.ts";

type Format = (text: string) => boolean;

const DRAFT_4: Readonly<Record<string, Format>> = {
  "date-time": matchesDateTime,
  email: matchesEmail,
  hostname: matchesHostname,
  ipv4: matchesIpv4,
  ipv6: matchesIpv6,
  uri: matchesUri,
};
const DRAFT_6: Readonly<Record<string, Format>> = {
  ...DRAFT_4,
  "json-pointer": matchesJsonPointer,
  "uri-reference": matchesUriReference,
  "uri-template": matchesUriTemplate,
};
const DRAFT_7: Readonly<Record<string, Format>> = {
  ...DRAFT_6,
  date: matchesDate,
  "idn-email": matchesIdnEmail,
  "idn-hostname": matchesIdnHostname,
  iri: matchesIri,
  "iri-reference": matchesIriReference,
  regex: matchesRegex,
  "relative-json-pointer": matchesRelativeJsonPointer,
  time: matchesTime,
};
const DRAFT_2019_09: Readonly<Record<string, Format>> = { ...DRAFT_7, duration: matchesDuration, uuid: matchesUuid };
const KNOWN: { readonly [folder: string]: Readonly<Record<string, Format>> } = {
  draft4: DRAFT_4,
  draft6: DRAFT_6,
  draft7: DRAFT_7,
  "draft2019-09": DRAFT_2019_09,
  "draft2020-12": DRAFT_2019_09,
};

const suite = DRAFTS.map((draft) => ({
  folder: draft.folder,
  known: KNOWN[draft.folder] ?? {},
  cases: (casesOf(draft) ?? []).filter(({ part }) => part === "formats"),
}));
const present = suite.every(({ cases }) => cases.length > 0);
if (!present) console.info(`left out: ${MISSING}`);

describe.skipIf(!present)("the official suite", () => {
  test.each(suite)("$folder", ({ known, cases }) => {
    const wrong = cases.flatMap(({ name, schema, instances }) =>
      instances
        .filter(
          ({ value, valid }) =>
            (typeof value === "string" ? (known[stringMember(schema, "format") ?? ""]?.(value) ?? true) : true) !== valid,
        )
        .map((one) => `${name}: ${one.name}: ${JSON.stringify(one.value)} is ${String(one.valid)}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each(suite)("$folder has a file for each known format, and no other", ({ known, cases }) => {
    const files = new Set(cases.map(({ file }) => file.replace(/^optional\/format\/|\.json$/g, "")));
    expect([...files].filter((file) => file !== "unknown" && file !== "ecmascript-regex").sort()).toEqual(Object.keys(known).sort());
  });
});

const words = (text: string): readonly string[] => text.split(" ");

/** What the RFCs say and the suite does not ask: for each format texts that are right, then texts that are not. */
const CASES: Readonly<Record<string, { readonly right: readonly string[]; readonly wrong: readonly string[] }>> = {
  date: {
    right: ["2024-02-29", "2000-02-29", "0000-02-29", "0004-02-29", "1900-02-28", "9999-12-31", "2023-07-31", "2023-08-31"],
    wrong: ["2023-02-29", "1900-02-29", "2024-02-30", "2023-06-31", "2023-09-31", "2023-12-32", "2023-13-01", "2023-19-01", "2023-1-011"],
  },
  time: {
    right: ["00:00:00Z", "23:59:59.999999999+23:59", "23:59:60z", "23:59:60.5Z", "00:59:60.25+01:00", "18:59:60-05:00"],
    wrong: [...words("23:59:60 23:59:60+00:01 12:00:60Z 23:59:61Z 23:59:69Z 23:59:59.Z 24:00:00Z 00:00:00+0100 T00:00:00Z"), "00:00:00 Z"],
  },
  "date-time": {
    right: ["2016-12-31T23:59:60Z", "2017-01-01T00:59:60+01:00", "2016-12-31t18:59:60.123-05:00", "2024-02-29T00:00:00-00:00"],
    wrong: [
      ...words("2016-12-31T23:59:60+01:00 2024-02-30T00:00:00Z 2023-02-29T00:00:00Z 2024-01-01T00:00:00 2024-01-01"),
      "2024-01-01 00:00:00Z",
    ],
  },
  duration: {
    right: ["P1Y2M3DT4H5M6S", "P0D", "PT0S", "P52W", "P1DT1S", "P3M4D", "PT5M6S"],
    wrong: ["P", "PT", "P1YT", "P1Y3D", "PT4H6S", "P1W1D", "P1.5D", "p1d", "P1S", "P1DT", "PT1D", "P--1D"],
  },
  email: {
    right: [
      ...words("a@b first.last+tag@sub-domain.example o'hara@example.com a@[192.0.2.1] a@[ipv6:2001:db8::1]"),
      '""@example.com',
      '"a\\"b@c"@example.com',
      `${"a".repeat(64)}@example.com`,
      `a@${"b".repeat(63)}.${"c".repeat(63)}.example`,
    ],
    wrong: [
      ...words("a @b a@ a@b. a@.b a@b..c a@-b a@b- a@b_c a@@b a@b@c é@example.com a@é.com a@192.0.2.256] a@[192.0.2.256]"),
      ...words("a@[IPv6:1.2.3.4] a@[2001:db8::1]"),
      "a b@c",
      "a@b\n",
      '"a"b@c',
      '"a"b"@c',
      '"a\\"@c',
      `${"a".repeat(65)}@example.com`,
      `a@${"b".repeat(64)}.example`,
      `a@${"b.".repeat(127)}`,
    ],
  },
  "idn-email": {
    right: ["δοκιμή@παράδειγμα.δοκιμή", "a@b", `${"é".repeat(32)}@b`, `${"😀".repeat(16)}@b`, '"é @ é"@b'],
    wrong: [...words("é é@ @é \ud800@b a@\udc00 a@é-"), `${"é".repeat(33)}@b`, `${"中".repeat(22)}@b`, `${"😀".repeat(17)}@b`, "é é@b"],
  },
  hostname: {
    right: ["a", "A.B", "1.2", "3com.com", "a--b", "xn--bcher-kva.example", "XN--BCHER-KVA", "a.xn--4dbrk0ce", `${"a.".repeat(126)}a`],
    wrong: [...words("a. a..b -a a- a.-b a_b bücher.de xn-- xn--a xn--bcher-kvb9 xn--99999999"), `${"a.".repeat(127)}a`, "a b"],
  },
  "idn-hostname": {
    right: [
      ...words("bücher.example faß.de 例え.テスト EXAMPLE.com xn--bcher-kva XN--BCHER-KVA.example a.אב אב1 نامه\u200cای क्\u200dष l·l"),
      ...words("ア・ア ا١٢"),
      "ü".repeat(50),
    ],
    wrong: [
      ...words("Bücher.example bu\u0308cher a..b ab--cd.example üb--cd a_b ☃ a\u200cb a\u200db اب\u200c د\u200cا אa א- 1.אב ١ا"),
      ...words("ا1١ ﬁ Ⅷ \u1100\u1161 xn--bcher-kva8 xn--\u212a- \ud800"),
      "ü b",
      "e\u0301\u0301".repeat(90),
    ],
  },
  ipv4: {
    right: ["0.0.0.0", "255.255.255.255", "1.2.3.4"],
    wrong: ["1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.256", "1.2.3.", "1.2.3.4.", "1..3.4", "1.2.3.4\n", "1.2.3.-4", "0x1.2.3.4"],
  },
  ipv6: {
    right: [...words(":: 1:: ::1 1:2:3:4:5:6:7:: ::2:3:4:5:6:7:8 1:2:3:4:5:6:1.2.3.4 ::1.2.3.4 1::3:4:5:6:1.2.3.4 ABCD::abcd")],
    wrong: [
      ...words(": ::: 1 1:2:3:4:5:6:7 1:2:3:4:5:6:7:8:9 1:2:3:4::5:6:7:8 1::2::3 :1 1: 1:2:3:4:5:6:7:1.2.3.4"),
      ...words("1::2:3:4:5:6:1.2.3.4 ::1.2.3 ::01.2.3.4 ::1.2.3.4:5 1.2.3.4:: ::12345 ::g fe80::1%eth0 ::1/64 1_1::"),
      "",
    ],
  },
  uri: {
    right: [
      ...words("a: a:// a:///b a:b//c http://a:80 http://a: http://a@b:1/c?d#e http://a:b:c@d http://%41.b/ http://%41@b"),
      ...words("http://[::1]:80/?# http://a@[v1.a:b] http://a/?b?c/d#e?f/ mailto:a@b z39.50r://a http://a/'(*)!$&,;=:@~"),
    ],
    wrong: [
      ...words("a :a 1a:b a_b:c //a a:#b#c http://a:b http://a:1b http://a@b@c http://[::1 http://[::1]a http://a[::1]"),
      ...words("http://[1.2.3.4] http://[fe80::1%25eth0] http://[v.a] http://[] a:b://[::1] http://a/[ http://a/% http://a/%4"),
      ...words("http://%4g/ http://%zz@a http://é/"),
      "",
      "http://a/\n",
      "a:b c",
      "a:\\",
    ],
  },
  "uri-reference": {
    right: ["", "a", "/a:b", "a/b:c", "?a:b", "#a:b", "//a:1/b", "//", "./a:b", "a:b", "%41", "..", "//[::1]"],
    wrong: ["1:b", ":", ":a", "a_b:c", "//a:b", "//[::1", "[", "%", "#a#b", "a b", "é", "%4:b"],
  },
  iri: {
    right: ["http://é/", "a:e\u0301", "a:?\ue000", "http://é@ü:1/", "a:\u{10000}", "http://a/"],
    wrong: [...words("é:a é a:\ue000 a:#\ue000 http://a:é http://[é] a:\ud800 a:\ufdd0 a:\uffff a:\u{1ffff} a:\u0080 a:%é")],
  },
  "iri-reference": {
    right: ["", "é", "/é?\ue000#é", "//é", "./é:b"],
    wrong: ["é:b", "\ue000", "#\ue000", "a\u{e0001}", "%é", "\ud800"],
  },
  uuid: {
    right: ["00000000-0000-0000-0000-000000000000", "FFFFFFFF-ffff-FFFF-ffff-FFFFFFFFFFFF"],
    wrong: [
      ...words("00000000-0000-0000-0000-00000000000 00000000-0000-0000-0000-0000000000000 00000000+0000-0000-0000-000000000000"),
      ...words("g0000000-0000-0000-0000-000000000000 00000000-0000-0000-0000-00000000000G 00000000-0000-0000-0000-00000000000:"),
      ...words("00000000-0000-0000-0000-00000000000\u0130 00000000-0000-0000-0000-00000000000\u0430"),
      ...words("{0000000-0000-0000-0000-00000000000}"),
      "",
    ],
  },
  "uri-template": {
    right: ["", "a{b}c", "{+a,b:3,c*}", "{a.b.c}", "{%41b}", "{_}", "é{a}", "\ue000", "{?a,b}{&c}", "{a:9999}", "%41{a}"],
    wrong: [...words("{ } {a a} {{a}} {a-b} {.} {.a.} {a..b} {a:} {a:00} {a:3*} {a*:3} % %4{a}1 {%4} < \ud800 {é}"), "{a b}"],
  },
  "json-pointer": { right: ["", "/", "//", "/~0~1", "/é\n"], wrong: ["a", "~0", "/~", "/~2", "/a~/b", "#/a"] },
  "relative-json-pointer": {
    right: ["0", "10", "0#", "1/a", "0+1", "0-1/a", "2+10#", "0/"],
    wrong: ["", "#", "/a", "00", "01", "-1", "0+", "0+01", "0##", "0#/a", "0a", "0/~", "1.5"],
  },
  regex: {
    right: ["", "a", "^\\d+$", "\\p{L}", "(?<a>.)\\k<a>", "[\\u{1f600}]", "(?=a)(?<!b)"],
    wrong: ["(", "[", "*", "a**", "\\a", "\\Z", "(?P<a>.)", "{", "a{2,1}", "\\k<a>", "[b-a]", "\\p{Nothing}"],
  },
};

describe("cases from the RFCs", () => {
  test("there are some for each format", () => {
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(DRAFT_2019_09).sort());
  });
  for (const [name, { right, wrong }] of Object.entries(CASES)) {
    test(name, () => {
      const says = DRAFT_2019_09[name] ?? (() => false);
      expect(right.filter((text) => !says(text))).toEqual([]);
      expect(wrong.filter(says)).toEqual([]);
    });
  }
});

/** Long texts of one piece: an expression that takes more than linear time on one does not end within the time of a test. */
describe("texts of 100,000 characters", () => {
  const STARTS = ["", ...words('http:// http://[ { {a:1, a@ " P1 1+ / 00:00:00. 2024-01-01T00:00:00. ( xn-- ::')];
  const PIECES = words("a 0 %41 ~0 . - @ : a. a- a:11, {a} é \\ 1. # ? ب\u200c \ud800 (?:");
  for (const [name, says] of Object.entries(DRAFT_2019_09)) {
    test(`${name} says yes or no`, () => {
      const answers = STARTS.flatMap((start) => PIECES.map((piece) => typeof says(`${start}${piece.repeat(100_000 / piece.length)}|`)));
      expect(new Set(answers)).toEqual(new Set(["boolean"]));
    });
  }
});
