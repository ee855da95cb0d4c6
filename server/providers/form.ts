import { Busboy } from '@fastify/busboy';

/** A posted form as bytes: its texts may be in several charsets. */
export interface PostedForm {
  /** Texts by name. */
  fields: ReadonlyMap<string, Buffer>;
  files: readonly { field: string; name: string; type: string; content: Buffer }[];
}

/** Parts that a form may have. */
const mostParts = 500;

/**
 * A posted form (`multipart/form-data` or urlencoded). Undefined for what is no form, and for one that
 * was cut off.
 */
export async function readForm(body: Buffer, type: string | null): Promise<PostedForm | undefined> {
  if (/^application\/x-www-form-urlencoded\b/i.test(type ?? '')) {
    const texts = new URLSearchParams(body.toString('utf8'));
    return {
      fields: new Map([...texts].map(([name, text]) => [name, Buffer.from(text)])),
      files: [],
    };
  }
  if (!/^multipart\/form-data\b/i.test(type ?? '')) return undefined;
  try {
    return await readParts(body, type ?? '');
  } catch {
    return undefined; // cut off, or never one
  }
}

function readParts(body: Buffer, type: string): Promise<PostedForm> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, Buffer>();
    const files: { field: string; name: string; type: string; content: Buffer }[] = [];
    const parts = new Busboy({
      headers: { 'content-type': type },
      limits: { parts: mostParts },
      // Texts too come as bytes: their charset is known only when all of them are here.
      isPartAFile: () => true,
    });
    parts.on('file', (field, stream, name: string | undefined, _encoding, fileType) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => {
        const content = Buffer.concat(chunks);
        if (name === undefined) fields.set(field, content);
        else files.push({ field, name, type: fileType, content });
      });
    });
    parts.on('finish', () => resolve({ fields, files }));
    parts.on('error', reject);
    parts.end(body);
  });
}
