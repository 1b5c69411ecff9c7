"""Words that any two articles share (function words, everyday verbs, words of news).

They are never shared terms. Bengali, English and Indonesian ones, and those of
`words_of_languages`; as folded keys.
"""

from typing import Final

from dittomark.compare.words_of_languages import COMMON
from dittomark.texts.fold import keys

_BENGALI: Final = """
এ এই এক একটি একটা একজন এর এরপর এবং এমন এখন এখনো এখানে এছাড়া এটা এটাই এটি এতে এদিকে এসব এসে ও ওই
ওপর আগে আজ আছে আছেন আবার আমরা আমার আমাদের আমি আর আরও আরো আসা আসে আসেন ইতিমধ্যে ইত্যাদি উপর উল্লেখ
উচিত কখনো কথা কবে কম কয়েক কয়েকটি করতে করবে করবেন করলে করা করার করায় করি করে করেই করেছে করেছেন
করেছিল করেছিলেন করেন করছে করছেন করানো কাছ কাছে কাজ কারণ কারণে কি কী কিছু কিন্তু কে কেউ কোন কোনো
ক্ষেত্রে গত গিয়ে গেছে গেছেন গেল গেলে চলে চায় চাই চেয়ে জন জন্য জানা জানান জানায় জানানো জানিয়েছে
জানিয়েছেন টি ঠিক তখন তবে তা তাই তাদের তাকে তাঁকে তাঁদের তাঁর তাঁরা তার তারা তাহলে তিনি তুলে তো থাকা
থাকে থাকেন থেকে দিতে দিন দিয়ে দিয়েছে দিয়েছেন দুই দুটি দেওয়া দেওয়ার দেখা দেন দেয় দিকে ধরে নতুন
না নাই নাম নামে নিজে নিজের নিতে নিয়ে নিয়েছে নেই নেওয়া নেওয়ার নয় পর পরে পর্যন্ত প্রতি প্রথম প্রায়
পাওয়া পারে পারেন পাশাপাশি ফলে বছর বছরের বড় বলা বলে বলেছে বলেছেন বলেন বলছে বলছেন বা বাদে বিভিন্ন
বিরুদ্ধে বিষয় বিষয়ে বেশ বেশি মতো মধ্যে মনে মাঝে মাত্র মাধ্যমে যখন যত যদি যা যাওয়া যাওয়ার যাতে যাবে
যায় যান যার যারা যাঁরা যে যেতে যেন যেখানে রয়েছে রয়েছেন লক্ষ্যে শুধু শুরু শেষ সকল সঙ্গে সব সবাই
সময় সাথে সালে সে সেই সেখানে সেটা সেটি হচ্ছে হতে হন হবে হয় হয়নি হয়ে হয়েছে হয়েছেন হয়েছিল হলে
হলো হল হাজার হিসেবে হওয়া হওয়ার দ্বারা অন্য অনেক অনুযায়ী অথবা অবশ্য অংশ আপনি আপনার দেশ দেশের
"""
_ENGLISH: Final = """
a about above according across after again against ago all almost along already also although always
am among an and another any anyone anything are around as asked at away back be became because become
been before began behind being below best better between both but by called came can cannot come comes
could day days did different do does doing done down during each early either else end enough even ever
every everyone everything far few first following for found four from full further gave get gets give
given go goes going gone good got great had half has have having he held help her here herself high him
himself his how however if in include including into is it its itself just keep kept knew know known
large last late later least left less let like likely little long look made make makes making many may
me mean might million month months more most much must my near need never new next no nor not nothing
now number of off often old on once one only onto or other others our out over own part past people per
perhaps place point put quite rather read really right said same saw say saying says second see seem
seemed seen set several shall she should show side since small so some something soon still such take
taken takes tell than that the their them themselves then there these they thing things think third
this those though thought three through thus time times to today together told too took toward towards
two under until up upon us use used using very want wanted was way we week weeks well went were what
when where whether which while who whole whom whose why will with within without work would year years
yes yet you young your
"""
_INDONESIAN: Final = """
ada adalah agar akan aku anda antara apa apakah atas atau bagi bahwa baik banyak beberapa begitu belum
bisa boleh bukan dalam dan dapat dari dengan di dia hal hanya harus hingga ia ini itu jadi jika juga
kalau kami karena kata ke kepada kemudian ketika kini kita lagi lain lalu lebih maka masih mereka mungkin
namun oleh orang pada para pernah pun saat saja sampai sangat satu saya sebab sebagai sebelum sebuah
secara sedang sehingga sejak seorang seperti serta sesuatu setelah setiap suatu sudah tak tapi telah
tentang terhadap tersebut tetapi tidak untuk waktu yaitu yang
"""

COMMON_WORDS: Final = frozenset(
    keys(" ".join((_BENGALI, _ENGLISH, _INDONESIAN, *COMMON.values())).split())
)
