/** Lines that mail programs append to a reply. */
const devices =
  /^[(<\s]{0,3}(sent (from|with|via)|get \[?outlook for|download outlook voor|enviado (desde|do|a partir|con|com)|von (meinem|yahoo mail)|gesendet (mit|von)|diese nachricht wurde von (meinem|yahoo mail)|envoyé (de(puis)?|avec|à partir)|télécharge[rz]? outlook|obten(ez|ir) outlook|provenance\s?: courrier|inviato da|(scarica|ottieni) outlook|(verzonden|verstuurd) (vanaf|vanuit|met)|outlook voor|skicka(t|des) från|hämta outlook|sendt fra|(hent|få) outlook|wysłan[eo] z|pobierz ((aplikację|program) )?outlook|отправлено (из|с)|надіслано з|odesláno z|lähetetty|iphone'umdan|ios için outlook|android uygulaması|obt(en|é)n(er)? outlook|obter o outlook|outlook für (ios|android) (herunterladen|beziehen)|holen sie sich outlook|yahoo mail:|נשלח מ|أرسلت? من|تم الإرسال من)/iu;
/** People can begin a sentence like this too, but programs name a product. */
const product =
  /i(phone|pad|pod|os)|android|galaxy|samsung|huawei|xiaomi|pixel|oneplus|blackberry|windows|outlook|(?<![\p{L}-])mail(?!\p{L})|yahoo|proton|airmail|mailbox|shortwave|alcatel|(?<!\p{L})cell(?!\p{L})|почт[ыа]|spark|superhuman|tuta|thunderbird|smartphone|handy|mobil(e|gerät)|móvil|celular|téléphone|telefon|tablet/iu;
const devicesAtEnd =
  /(iphone|ipad|android|galaxy|outlook|outlook for ios|携帯|スマートフォン)\S{0,10}\s?(から送信|を入手|发送|傳送|보냄|gönderildi|edinin)$|^galaxy cihazımdan gönderildi$|^(获取|下載|取得) ?(ios|android) ?版 ?outlook|^(ios|android)용 outlook (받기|다운로드)|^[\p{L}\s-]{4,24}\.\s?(<[^<>]*>)?\s?www\.avast\.com|^(发自|來自|从)我的(?=.*(iphone|ipad|android|手机|手機|华为|小米|galaxy|mail))/iu;
const maxDeviceLength = 120;
/** Maximum length of a signature. More lines below "-- " are text. */
const maxSignatureLines = 12;
/** Limits below dashes without the space, which people also write between sections. */
const maxContactLines = 6;
const maxContactLength = 60;
const maxContactWords = 4;

/**
 * Returns the number of lines of a reply, without trailing blank lines, device lines and signature.
 */
export function endOfAnswer(lines: readonly string[]): number {
  const end = withoutFurniture(lines, lines.length);
  for (let at = end - 1; at > 0 && at >= end - maxSignatureLines; at -= 1) {
    // RFC 3676: the separator is two dashes and a space. Programs remove spaces at the end of lines.
    const isSeparator = lines[at] === '-- ' || (lines[at] === '--' && isContact(lines, at, end));
    if (isSeparator) return withoutFurniture(lines, at);
  }
  return end;
}

/** True if nothing but a signature and lines of programs is left. */
export function isSignature(lines: readonly string[]): boolean {
  // A reply is above a signature.
  return endOfAnswer(['', ...lines]) === 0;
}

/** True for the name and the addresses of a person, and not for a section of the text. */
function isContact(lines: readonly string[], separator: number, end: number): boolean {
  const below = lines.slice(separator + 1, end).filter((line) => line.trim() !== '');
  return (
    (lines[separator - 1] ?? '').trim() === '' &&
    lines.indexOf('--') === separator &&
    !below.includes('--') &&
    below.length <= maxContactLines &&
    below.every(isContactLine)
  );
}

function isContactLine(line: string): boolean {
  const text = line.trim();
  const isSentence = /[.。]$/.test(text) && text.split(/\s+/).length > maxContactWords;
  return text.length <= maxContactLength && !isSentence && !/[?!:？！：]$|^p\.?\s?s\b/i.test(text);
}

function withoutFurniture(lines: readonly string[], from: number): number {
  let end = from;
  while (end > 0 && isFurniture(lines[end - 1] ?? '')) end -= 1;
  return end;
}

function isFurniture(line: string): boolean {
  const text = line.slice(0, maxDeviceLength + 1).trim();
  if (text === '') return true;
  if (text.length > maxDeviceLength) return false;
  // After a comma, the author can go on with a sentence that names a product as well.
  const isDevice = /(smartphone|tablet|device)[.)]?$/i.test(text);
  const named = isDevice ? text : (text.split(/[,;]\s/)[0] ?? '');
  const isOfProgram =
    devices.test(text) && product.test(named) && !/^(?!iphone|ios)\p{Ll}/u.test(text);
  return isOfProgram || devicesAtEnd.test(text);
}
