// Writes the sample practice, Harbour Street Therapy, as commands: harbour_street.jsonl.
//
//   node assets/sample/generate.mjs > assets/sample/harbour_street.jsonl
//   folio new sample.book
//   folio execute sample.book assets/sample/harbour_street.jsonl --today=2026-11-20 --seed=1
//
// The figures are those of the design's pictures, as far as the released commands reach: 147
// invoices issued in the year and 3 drafts, 15 of them open with 2,707.70, 22,865.00 paid, credit of
// 170.00 held, 510.00 taken on 20 November. Where the pictures show a credit note or a write-off,
// the invoice is voided. Everything is invented. The same every time: no clock, no chance.

import crypto from "node:crypto";
import fs from "node:fs";

const lines = [];
let counter = 0;
const id = () => {
  counter += 1;
  const tail = counter.toString(16).padStart(12, "0");
  return `019a9b2c-0000-7000-8000-${tail}`;
};
const command = (name, fields) => lines.push({command: name, command_id: id(), ...fields});
const eur = minor => ({currency: "EUR", minor});
const day = (month, date) =>
  `2026-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
const plusDays = (date, days) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const vat = {exempt: id(), standard: id(), zero: id()};
const method = {card: id(), cash: id(), transfer: id(), other: id()};
const practitioner = {brennan: id(), keane: id()};
const location = id();
const rate = (from, percent) => ({from, rate: String(percent)});

command("set_up_practice", {
  identity: {
    name: "Harbour Street Therapy", legal_name: "Harbour Street Therapy Ltd",
    address: {line1: "12 Harbour Street", city: "Galway", postal_code: "H91 E2R8", country: "IE"},
    email: "accounts@harbourstreet.example", phone: "091 555 010",
    tax_number: "IE3204718PH", registration_number: "618204",
    bank_name: "Harbour Street Therapy Ltd", iban: "IE29AIBK93115212345678", bic: "AIBKIE2D",
  },
  billing: {
    currency: "EUR", country: "IE", locale: "en-IE", time_zone: "Europe/Dublin", paper: "a4",
    price_mode: "net", terms: {kind: "net_days", days: 14},
    default_footer: "Receipts for Med 1 tax relief follow payment.",
  },
  taxes: [
    {id: vat.exempt, code: "VAT", name: "Exempt", category: "exempt", rates: [rate("2010-11-01", 0)],
      exemption_reason: "Exempt from VAT: medical care, Art. 132(1)(c) of Directive 2006/112/EC; " +
        "VAT Consolidation Act 2010, Sch. 1."},
    {id: vat.standard, code: "VAT", name: "Standard rate, 23 %", category: "standard",
      rates: [rate("2012-01-01", 23)]},
    {id: vat.zero, code: "VAT", name: "Zero rate, printed books", category: "zero",
      rates: [rate("2010-11-01", 0)]},
  ],
  methods: [
    {id: method.card, kind: "card", name: "Card"},
    {id: method.cash, kind: "cash", name: "Cash"},
    {id: method.transfer, kind: "bank_transfer", name: "Bank transfer"},
    {id: method.other, kind: "other", name: "Other"},
  ],
  practitioners: [
    {id: practitioner.brennan, name: "Dr Aoife Brennan", title: "Counselling psychologist",
      registration_number: "PSI reg. no. 04417", email: "aoife@harbourstreet.example"},
    {id: practitioner.keane, name: "Tomás Keane", title: "Family therapist",
      registration_number: "FTAI reg. no. 1182", email: "tomas@harbourstreet.example"},
  ],
  locations: [{id: location, name: "Harbour Street",
    address: {line1: "12 Harbour Street", city: "Galway", country: "IE"}}],
});

// The logo. Its commands have ids outside the count, so that all others stay what they were.
const logo = fs.readFileSync(new URL("logo.png", import.meta.url));
lines.push({command: "add_attachment", command_id: "019a9b2c-0000-7000-8000-0000000f0001",
  media_type: "image/png", bytes: logo.toString("hex")});
lines.push({command: "edit_appearance", command_id: "019a9b2c-0000-7000-8000-0000000f0002",
  logo: crypto.createHash("sha256").update(logo).digest("hex"), accent_rgb: 0x1f2328, hides_practitioner: false, shows_location: false,
  hides_line_dates: false});

const service = {};
const addService = (key, kind, name, price, tax, more) => {
  service[key] = {id: id(), name, price, tax};
  command("add_service", {id: service[key].id, kind, name, unit_price: price, price_mode: "net",
    taxes: [tax], ...more});
};
addService("individual", "appointment", "Individual therapy, 50 min", "90", vat.exempt,
  {duration_minutes: 50, unit: "session"});
addService("couples", "appointment", "Couples therapy", "125", vat.exempt,
  {duration_minutes: 75, unit: "session"});
addService("mindfulness", "class_session", "Mindfulness group, 90 min", "105", vat.exempt,
  {duration_minutes: 90, unit: "session"});
addService("intake", "appointment", "First consultation", "80", vat.exempt,
  {duration_minutes: 50, unit: "session"});
addService("family", "appointment", "Family session", "140", vat.exempt,
  {duration_minutes: 80, unit: "session"});
addService("report", "activity", "Written report", "120", vat.standard, {unit: "hour"});
const workbook = id();
command("add_product", {id: workbook, name: "Workbook “Calm Days”", code: "BK-01",
  unit_price: "18.5", price_mode: "net", taxes: [vat.zero]});

// Line makers: [kind, fields] in whole cents of their printed amounts.
const session = (key, date, more = {}) => ({
  kind: key === "mindfulness" ? "class_session" : key === "report" ? "activity" : "service",
  source: {service: service[key].id}, name: service[key].name, unit_price: service[key].price,
  taxes: [service[key].tax], supply_date: date, practitioner: practitioner.brennan, ...more});
const book = () => ({kind: "product", source: {product: workbook}, name: "Workbook “Calm Days”",
  code: "BK-01", unit_price: "18.5", taxes: [vat.zero]});
const writeIn = (name, price, tax, date) => ({kind: "write_in", name, unit_price: String(price),
  taxes: [tax], ...(date ? {supply_date: date} : {})});

const client = {};
const places = [["4 Seapoint Terrace, Salthill", "H91 KX27"], ["18 Quay Lane", "H91 P2T4"],
  ["7 Mill Road", "H91 W8C3"], ["23 Canal View", "H91 R1N6"], ["2 Abbey Gate", "H91 D4F9"]];
const addClient = (key, name, email, more = {}) => {
  const [line1, postal_code] = places[Object.keys(client).length % places.length];
  client[key] = id();
  command("add_client", {id: client[key], kind: "person", name, email,
    phone: `087 555 0${String(100 + Object.keys(client).length)}`,
    address: {line1, city: "Galway", postal_code, country: "IE"}, ...more});
};
addClient("siobhan", "Siobhán Ó Briain", "siobhan@obriain.example");
addClient("zaneta", "Żaneta Wójcik", "zaneta.wojcik@poczta.example", {phone: "087 555 0142"});
addClient("lukas", "Lukáš Dvořák", "lukas@dvorak.example");
addClient("grace", "Grace Adeyemi", "grace@adeyemi.example");
addClient("conor", "Conor Fitzgerald", "conor@fitzgerald.example");
addClient("saoirse", "Saoirse Kelly", "saoirse@kelly.example");
addClient("yamada", "山田 花子", "hanako@yamada.example", {latin_name: "Yamada Hanako"});
addClient("priya", "Priya Raman", "priya@raman.example");
addClient("gallagher", "Eoin & Marie Gallagher", "gallagher@family.example");
addClient("nguyen", "Nguyễn Thị Lan", "lan@nguyen.example");
addClient("mehmet", "Mehmet Yılmaz", "mehmet@yilmaz.example");
addClient("yael", "יעל כהן", "yael@cohen.example", {latin_name: "Yael Cohen"});
addClient("harriet", "Harriet Boyle", "harriet@boyle.example");
addClient("oksana", "Оксана Шевченко", "oksana@shevchenko.example",
  {latin_name: "Oksana Shevchenko"});
addClient("donal", "Dónal Mac Giolla", "donal@macgiolla.example");
addClient("fatima", "Fatima Al-Sayed", "fatima@alsayed.example");
addClient("giorgos", "Γιώργος Παπαδόπουλος", "giorgos@papadopoulos.example",
  {latin_name: "Giorgos Papadopoulos"});
for (const [key, name] of [["aine", "Áine Ní Dhomhnaill"], ["tadhg", "Tadhg O’Sullivan"],
  ["marek", "Marek Nowak"], ["ines", "Inês Carvalho"], ["bjorn", "Björn Lindqvist"],
  ["amara", "Amara Okafor"], ["ciaran", "Ciarán Walsh"], ["eva", "Éva Kovács"],
  ["rohan", "Rohan Mehta"], ["niamh", "Niamh Burke"], ["chloe", "Chloé Lefèvre"],
  ["jakub", "Jakub Žák"], ["maeve", "Maeve Doherty"], ["padraig", "Pádraig Joyce"],
  ["sofia", "Sofía Núñez"]])
  addClient(key, name, `${key}@example.example`);

// Issues an invoice; paid: [[minor, method, date]].
const issue = (key, date, invoiceLines, paid = [], more = {}) => {
  const invoice = id();
  command("save_draft", {id: invoice, client: client[key], currency: "EUR", price_mode: "net",
    practitioner: practitioner.brennan, location, issue_date: date,
    terms: {kind: "net_days", days: 14}, lines: invoiceLines, ...more});
  command("finalize_invoice", {invoice, payment: "ask"});
  for (const [minor, by, on] of paid)
    command("record_payment", {payer: client[key], amount: eur(minor), date: on ?? date,
      method: method[by], for_invoice: invoice, chosen: [{invoice, amount: eur(minor)}]});
  return invoice;
};
const voided = (invoice, date, reason) => command("void_invoice", {invoice, date, reason});

// What the pictures show by number; the rest of the year is filled in around it.
const n = (count, key, date) => Array.from({length: count}, () => session(key, date));
const shown = {
  81: ["fatima", day(7, 9), d => [...n(1, "individual", d), writeIn("Assessment pack", "130", vat.exempt, d)]],
  100: ["giorgos", day(8, 24), d => [writeIn("Intensive day", "150", vat.exempt, d)]],
  108: ["mehmet", day(9, 7), d => n(2, "individual", d)],
  112: ["donal", day(9, 10), d => [session("report", d, {quantity: "1.5"})]],
  114: ["zaneta", day(9, 14), d => n(3, "individual", d), d => [[27000, "card", day(9, 28)]]],
  121: ["zaneta", day(10, 14), d => n(1, "mindfulness", d), d => [[10500, "card", d]]],
  122: ["giorgos", day(10, 15), d => [session("report", d, {quantity: "1.5"})]],
  124: ["grace", day(10, 20), d => n(2, "individual", d)],
  126: ["zaneta", day(10, 23), d => n(2, "individual", d), d => [[9000, "card", day(11, 6)]]],
  133: ["zaneta", day(11, 5), d => n(1, "couples", d)],
  134: ["conor", day(11, 10), d => n(1, "individual", d), d => [[9000, "card", d]]],
  135: ["fatima", day(11, 10), d => n(2, "intake", d)],
  136: ["donal", day(11, 11), d => [...n(1, "intake", d), ...n(1, "family", d)],
    d => [[22000, "transfer", day(11, 16)]]],
  137: ["oksana", day(11, 12), d => n(3, "individual", d), d => [[10000, "card", day(11, 14)]]],
  138: ["harriet", day(11, 13), d => n(2, "individual", d), d => [[18000, "card", d]]],
  139: ["yael", day(11, 13), d => [writeIn("Couples intake", "150", vat.exempt, d), book()]],
  140: ["mehmet", day(11, 16), d => n(1, "individual", d)],
  141: ["zaneta", day(11, 17), d => [...n(1, "family", d), ...n(1, "intake", d)]],
  142: ["nguyen", day(11, 18), d => n(1, "family", d), d => [[14000, "transfer", day(11, 20)]]],
  143: ["gallagher", day(11, 18), d => n(2, "couples", d), d => [],
    {terms: {kind: "on_receipt", days: 14}}],
  144: ["priya", day(11, 19),
    d => [session("report", d, {quantity: "1.5"}), ...n(1, "family", d), ...n(1, "intake", d)],
    d => [[20000, "card", day(11, 20)]]],
  145: ["yamada", day(11, 19), d => n(2, "individual", d)],
  146: ["saoirse", day(11, 20), d => n(1, "intake", d), d => [[8000, "cash", d]]],
  147: ["conor", day(11, 20), d => n(1, "individual", d), d => [[9000, "card", d]]],
};

// The others: voided in the places of credited and written-off ones, else paid within days. Their
// amounts add up so that 22,865.00 is paid in all.
const voidedNumbers = {58: "Entered twice", 93: "Entered twice", 135: "Cancelled in time"};
const fillers = ["aine", "tadhg", "marek", "ines", "bjorn", "amara", "ciaran", "eva", "rohan",
  "niamh", "chloe", "jakub", "maeve", "padraig", "sofia", "siobhan", "lukas", "conor", "saoirse",
  "nguyen", "harriet"];
const mix = [d => n(2, "individual", d), d => n(1, "couples", d), d => n(1, "mindfulness", d),
  d => [...n(1, "family", d), ...n(1, "intake", d)], d => n(2, "couples", d),
  d => n(1, "family", d), d => n(3, "individual", d), d => n(1, "individual", d)];
const cents = made => made.reduce((sum, line) =>
  sum + Math.round(Number(line.unit_price) * Number(line.quantity ?? 1) * 100), 0);
const paidByShown = Object.values(shown).reduce((sum, [, date, , paid]) =>
  sum + (paid ? paid(date).reduce((part, [minor]) => part + minor, 0) : 0), 0);
let leftToPay = 2_286_500 - paidByShown;
const fillerNumbers = [];
for (let number = 1; number <= 147; number += 1)
  if (!shown[number] && !voidedNumbers[number]) fillerNumbers.push(number);

// Issue dates rise with the numbers: between two that are shown, spread evenly.
const first = Date.parse("2026-01-05T00:00:00Z");
const dateOf = number => {
  if (shown[number]) return shown[number][1];
  const numbers = Object.keys(shown).map(Number);
  const before = Math.max(0, ...numbers.filter(each => each < number));
  const after = Math.min(...numbers.filter(each => each > number));
  const from = before === 0 ? first : Date.parse(`${shown[before][1]}T00:00:00Z`);
  const to = Date.parse(`${shown[after][1]}T00:00:00Z`);
  const days = (to - from) / 86_400_000;
  const at = Math.floor(days * (number - before) / (after - before));
  return new Date(from + at * 86_400_000).toISOString().slice(0, 10);
};

let filled = 0;
for (let number = 1; number <= 147; number += 1) {
  const date = dateOf(number);
  if (shown[number]) {
    const [key, , makeLines, paid, more] = shown[number];
    const invoice = issue(key, date, makeLines(date), paid ? paid(date) : [], more);
    if (voidedNumbers[number]) voided(invoice, plusDays(date, 2), voidedNumbers[number]);
    continue;
  }
  const key = fillers[filled % fillers.length];
  if (voidedNumbers[number]) {
    const invoice = issue(key, date, n(1, "individual", date));
    voided(invoice, plusDays(date, 1), voidedNumbers[number]);
    continue;
  }
  filled += 1;
  const remaining = fillerNumbers.length - filled;
  let made = mix[filled % mix.length](date);
  // The last twenty take what is left in equal parts, the very last the odd cents.
  if (remaining < 20) {
    const share = remaining === 0 ? leftToPay : Math.round(leftToPay / (remaining + 1) / 500) * 500;
    made = [writeIn("Course of therapy", (share / 100).toString(), vat.exempt, date)];
  }
  const minor = cents(made);
  leftToPay -= minor;
  const wanted = plusDays(date, filled % 9);
  const on = wanted > day(11, 19) ? day(11, 19) : wanted;
  issue(key, date, made, [[minor, ["card", "transfer", "card", "cash"][filled % 4], on]]);
}

// Credit held: 170.00 in all.
for (const [key, minor, date] of [["zaneta", 4500, day(11, 12)], ["harriet", 8000, day(11, 3)],
  ["saoirse", 4500, day(10, 27)]])
  command("record_payment", {payer: client[key], amount: eur(minor), date, method: method.transfer,
    chosen: [], overpayment: "keep_as_credit", note: "Paid ahead"});

// The drafts.
const draft = (key, date, draftLines, more = {}) =>
  command("save_draft", {id: id(), client: client[key], currency: "EUR", price_mode: "net",
    practitioner: practitioner.brennan, location, issue_date: date,
    terms: {kind: "net_days", days: 14}, lines: draftLines, ...more});
draft("grace", day(11, 19), n(2, "individual", day(11, 17)));
draft("lukas", day(11, 20), [...n(2, "individual", day(11, 18)), book()]);
draft("siobhan", day(11, 20), [
  session("individual", day(11, 5)), session("individual", day(11, 12)),
  session("individual", day(11, 19)),
  session("report", day(11, 17), {quantity: "1.5",
    adjustments: [{kind: "discount", size: {percent: "10"}}]}),
  book(), writeIn("Room for family meeting", "25", vat.standard),
], {
  memo: "Thank you for your visits in November.",
  footer: "Payment by 4 December 2026. Receipts for Med 1 tax relief follow payment.",
  adjustments: [{adjustment: {kind: "discount", size: {percent: "5"}}}],
});

for (const line of lines) console.log(JSON.stringify(line));
