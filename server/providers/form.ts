import { Busboy } from '@fastify/busboy';

/** A posted form as bytes, because its texts can have several charsets. */
export interface PostedForm {
  /** Texts by name. */
  fields: ReadonlyMap<string, Buffer>;
  /** `name`: empty for a file without a name. */
  files: readonly { field: string; name: string; type: string; content: Buffer }[];
}

/** Fields of files, which can lack a name. `attachment-info` describes them. */
const attachment = /^attachment-?\d+$/;

/** Maximum number of parts of a form. */
const maxParts = 500;

/**
 * Parses a posted form (`multipart/form-data` or urlencoded). Returns undefined if the body is not
 * a form, or was truncated.
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
    return undefined; // truncated, or not a form
  }
}

function readParts(body: Buffer, type: string): Promise<PostedForm> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, Buffer>();
    const files: { field: string; name: string; type: string; content: Buffer }[] = [];
    const parts = new Busboy({
      headers: { 'content-type': type },
      limits: { parts: maxParts },
      // Texts are also read as bytes, because their charset is known only after all fields are
      // read.
      isPartAFile: () => true,
    });
    parts.on('file', (field, stream, name: string | undefined, _encoding, fileType) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => {
        const content = Buffer.concat(chunks);
        const isFile = name !== undefined || attachment.test(field);
        if (isFile) files.push({ field, name: name ?? '', type: fileType, content });
        else fields.set(field, content);
      });
    });
    parts.on('finish', () => resolve({ fields, files }));
    parts.on('error', reject);
    parts.end(body);
  });
}
