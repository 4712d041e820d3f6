// The only door to the disk. Everything else in Hookwright takes texts and returns texts. (What fetches is a door of its own, which most runs never load:
// `files/fetch-text.ts`, `files/save-documents.ts`.)
export { archiveWorker } from "./files/archive-worker.ts";
export { buildStamp } from "./files/build-stamp.ts";
export { cacheDirectory } from "./files/cache-directory.ts";
export { checkOutput, checkPaths } from "./files/check-output.ts";
export { commit } from "./files/commit.ts";
export { exchange } from "./files/exchange.ts";
export { fingerprintOf, type Fingerprints, fingerprintTree, ownFiles, sameFingerprints } from "./files/fingerprint.ts";
export { hashTree, sha256 } from "./files/hash.ts";
export { isOurs } from "./files/is-ours.ts";
export { memo } from "./files/memo.ts";
export { type Archive, openArchive } from "./files/open-archive.ts";
export { openOutput, type Output, ReaderGone } from "./files/open-output.ts";
export { readSchemas } from "./files/read-schemas.ts";
export { readPrecompiled, writePrecompiled } from "./files/precompiled.ts";
export { type HelperText, readHelperTexts } from "./files/helper-texts.ts";
export { readTemplates } from "./files/read-templates.ts";
export { readTree } from "./files/read-tree.ts";
export { recover } from "./files/recover.ts";
export { sameTree } from "./files/same-tree.ts";
export { discard, stage, type Staging, staging } from "./files/stage.ts";
export { UsageError } from "./files/usage-error.ts";
