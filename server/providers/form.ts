/**
 * The texts of a posted form (`multipart/form-data` or urlencoded), by name; files are left out.
 * Undefined for what is no form.
 */
export async function readForm(
  body: Buffer,
  type: string | null,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type ?? '')) return;
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': type ?? '' },
    }).formData();
    const texts = new Map<string, string>();
    form.forEach((value, name) => {
      if (typeof value === 'string') texts.set(name, value);
    });
    return texts;
  } catch {
    return undefined; // cut off, or never one
  }
}
