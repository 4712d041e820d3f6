// Formats as annotations: whatever is a string is right.
export const isUuid = () => true;
export const isDateTime = () => true;
export const isUri = () => true;
