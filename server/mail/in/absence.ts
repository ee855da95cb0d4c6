/**
 * Matches the start of subjects of out-of-office notes: the words alone, in brackets, or before a
 * colon or dash. Lotus Notes begins them with "AUTO:" in every language.
 */
export const absence = new RegExp(
  `^([[(【]\\s*)?(${[
    'out of (the )?office( auto-?reply)?|automatic reply|auto[- ]?(matic )?(reply|response)|away from (my|the) (mail|office|desk)|ooo|yahoo! auto response',
    'automatische antwort|abwesen(d|heit)(snotiz|smeldung|sassistent)?( bis .{1,40})?|automatische abwesenheitsnotiz|nicht im (büro|haus)',
    'respuesta autom[aá]tica|fuera de (la )?oficina|ausente( de la oficina)?|resposta autom[aà]tica',
    'r[eé]ponse automatique|absence du bureau|absent du bureau|message d.absence',
    'risposta automatica|fuori (sede|ufficio)|assente',
    'resposta autom[aá]tica|fora do escrit[oó]rio|aus[eê]ncia tempor[aá]ria|r[aă]spuns automat',
    'automatisch antwoord|afwezig(heidsmelding)?|niet op kantoor',
    'automatiskt svar|autosvar|fr[aå]nvaro|automatisk svar|ikke p[aå] kontoret|frav[æe]r',
    'automaattinen vastaus|poissa toimistolta|automaatvastus|automatikus v[aá]lasz',
    'automatyczna odpowied[zź]|autoodpowied[zź]|poza biurem|nieobecno[sś][cć]',
    'automatick[aá] odpov[eě][dď]|automatski odgovor|samodejni odgovor|automatinis atsakymas|automātiska atbilde',
    '自動応答|自動返信|不在通知|不在のお知らせ|自动答复|自动回复|自動回覆|自動回复|不在办公室',
    '자동 ?(응답|회신)|부재 ?중( ?자동 ?(응답|회신))?',
    'автоматический ответ|автоответ|вне офиса|отсутствую|автоматична відповідь|автоматичен отговор',
    'otomatik (yan[ıi]t|cevap)|ofis d[ıi]ş[ıi]nda|ofis d[ıi]ş[ıi]|balasan otomatis|tr[aả] l[oờ]i t[uự] động',
    'αυτόματη απάντηση|εκτός γραφείου|(การ)?ตอบกลับอัตโนมัติ',
    'תשובה אוטומטית|מענה אוטומטי|מחוץ למשרד|(ال)?رد (ال)?تلقائي|خارج المكتب|پاسخ خودکار',
  ].join('|')})\\s*([\\])】]|[:：]|\\s[-–—]\\s|$)|^auto: `,
  'iu',
);
