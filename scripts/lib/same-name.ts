// Whether two documents mean the same by two names: SDKs write one wire name as `dataType`, `data_type` and `DataType`.

/** A name without what languages change about it: letter case, underscores, hyphens, blanks, dots. */
export const plainName = (name: string): string => name.replace(/[\s_.-]+/g, "").toLowerCase();
