export const written = {
  'written.offer': 'AIに回答してもらう',
  'written.hint':
    'AIがヘルプ記事をもとに作成します。誤りを含むことがあるため、出典をご確認ください。',
  'written.title': 'AIによる回答',
  'written.writing': '作成中…',
  'written.stop': '停止',
  'written.stopped': '停止しました。',
  'written.unknown':
    'この質問に答える記事が見つかりません。別の言葉で試すか、サポートチームにお問い合わせください。',
  'written.unavailable':
    '現在、回答を作成できません。検索は引き続きご利用いただけます。サポートチームへのお問い合わせも可能です。',
  'written.sources': '出典',
  'written.source': '出典{number}：{title}',
  'written.follow': '続けて質問する',
  'written.ask': '質問する',
  'written.person': '担当者に相談する',
  'written.asked': '質問：',
  'written.got': 'AIの回答：',
};
