// Imports a bundle and asks for one verdict; prints the milliseconds of both. Arguments: the bundle, the JSON text of a valid event.
const event = JSON.parse(process.argv[3]);
const now = () => Number(process.hrtime.bigint()) / 1e6;
now();
const start = now();
const { judge } = await import(process.argv[2]);
const imported = now();
const verdict = judge(event);
const judged = now();
if (verdict !== true && verdict !== undefined) throw new Error("a valid event did not pass");
console.log(JSON.stringify({ import: imported - start, first: judged - imported }));
