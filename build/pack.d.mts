export const packages: { widget: string; server: string };
export function pack(folder: string, destination: string): Promise<string>;
