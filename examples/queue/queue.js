// The queue of events, and where they are booked.
import { Redis } from "ioredis";

export const QUEUE = "events";

/** REDIS is a URL or the path of a socket. */
export const connect = () => new Redis(process.env.REDIS ?? "redis://127.0.0.1:6379", { maxRetriesPerRequest: null });

/** Books a record under a key, both in one step: a process that dies has done both or neither. Gives 1, or 0 when it was booked before. */
const BOOK = `
if redis.call("SET", KEYS[1], 1, "NX") then
  redis.call("RPUSH", KEYS[2], ARGV[1])
  return 1
end
return 0`;

/** With a database, this is one transaction: insert the key, which is unique, and do the work. */
export const book = (redis, key, list, record) => redis.eval(BOOK, 2, `booked:${key}`, list, JSON.stringify(record));
