"""Words that show what a name in news is: titles, verbs of speech, organisations, things.

Chosen by hand; lower case, NFC. `TITLES` precede the name of a person and are no part of it,
`SPEECH` stands beside the one who speaks, `ORGANISATIONS` end the names of organisations,
`FACILITIES`, `PLACES` and `THINGS` end names that are no participants.
"""

import unicodedata
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFC", text).split())


TITLES: Final = _words("""
mr mrs ms miss dr prof professor sir dame lord lady saint st rev reverend father bishop archbishop pope
president president-elect vice-president vice deputy acting former ex-president prime minister premier
chancellor senator sen congressman congresswoman representative rep governor gov mayor councilman
councilwoman councillor councilor commissioner secretary ambassador king queen prince princess sheikh
judge justice prosecutor attorney solicitor general lawyer magistrate sheriff marshal detective inspector
superintendent constable officer trooper sgt sergeant cpl corporal pvt private lt lieutenant capt captain
maj major col colonel gen cmdr commander admiral chief police spokesman spokeswoman spokesperson director
manager coach actor actress singer director-general chairman chairwoman chair ceo star host quarterback
guard forward midfielder striker defendant suspect victim coroner surgeon minister leader analyst
herr frau bürgermeister bürgermeisterin sprecher sprecherin minister ministerin präsident präsidentin kanzler
kanzlerin richter richterin trainer m mme mlle maire président présidente ministre député députée juge
préfet préfète señor señora presidente presidenta alcalde alcaldesa ministro ministra director directora
sindaco prefeito giudice allenatore burmistrz prezydent premier minister dyrektor
губернатор президент мэр министр директор депутат премьер тренер адвокат прокурор следователь глава
губернатора губернатору президента президенту мэра министра директора депутата тренера адвоката главы
главу спикер журналист капитан генерал полковник майор судья президентом министром губернатором
πρόεδρος πρωθυπουργός υπουργός δήμαρχος κ
""")
SPEECH: Final = _words("""
said says told added adds stated announced claimed argued admitted denied explained insisted wrote
testified tweeted confirmed warned joked recalled noted replied declined pleaded
sagte sagt erklärte déclaré affirmé indiqué ajouté expliqué estimé assuré teilte betonte a-t-il a-t-elle déclare dit ajoute affirme dijo afirmó señaló declaró
explicó aseguró disse afirmou declarou ha detto powiedział powiedziała stwierdził poinformował
сказал сказала сообщил сообщила заявил заявила отметил отметила рассказал рассказала добавил добавила
пояснил пояснила подчеркнул подчеркнула είπε δήλωσε ανέφερε
""")
SPEECH_BEFORE: Final = _words("""
said says told added by to laut selon according словам dijo disse according-to afirmó señaló
declaró сказал сказала сообщил сообщила заявил заявила отметил отметила рассказал рассказала добавил
добавила пояснил пояснила подчеркнул подчеркнула είπε δήλωσε
""") - {"by", "to"}
ORGANISATIONS: Final = _words("""
association agency authority bank board bureau church club co college commission committee company
congress corp corporation council department entertainment federation foods force foundation group guard
inc institute league limited llc ltd ministry motors navy army office organisation organization party
pictures police society studios survey team trust union university united association airlines systems
partei bundesbahn bahn gewerkschaft verband verein ministerium universität gmbh ag
parti syndicat fédération ministère université ministerio partido universidad banco sindicato
ministero partito università banca ministério polícia partia ministerstwo związek
партия банк министерство университет компания союз клуб комитет комиссия фонд
""")
FACILITIES: Final = _words("""
hospital hospitals center centre court courthouse jail prison school mall library hotel museum stadium
arena theater theatre clinic airport station square building tower hall cemetery club-house
krankenhaus gericht gefängnis flughafen bahnhof hôpital tribunal aéroport gare больница суд аэропорт
""")
PLACES: Final = _words("""
street avenue road boulevard county city town village province state district island islands lake river
mount mountain bay beach gulf sea ocean valley park bridge highway north south east west northern
southern eastern western corridor ring rue place peninsula strait coast region drive lane
straße platz allee région département calle улица площадь область район
""")
THINGS: Final = _words("""
award awards prize emmy oscar oscars game games cup championship championships festival bowl series
season playoffs final finals tournament day week night morning act bill law amendment episode magazine
movie film show album song book times post news herald tribune gazette telegraph journal press radio tv
television daily reuters facebook twitter youtube google wikipedia internet photo video read click share
copyright story comments tribune-review observer guardian mail sun mirror star chronicle express
war christmas easter
""")
AGENCIES: Final = frozenset(
    [
        *(
            "AFP",
            "AP",
            "ABC",
            "BBC",
            "CBS",
            "CNN",
            "DPA",
            "ESPN",
            "IANS",
            "MSNBC",
            "NBC",
            "PA",
            "PTI",
        ),
        *("RIA", "TASS", "UNB", "UPI", "Reuters", "Fox"),
    ]
)
# Of scripts without capitals. Bengali and Hindi titles are also the end of longer ones
# (`বাণিজ্যমন্ত্রী`), see `TITLE_ENDINGS`.
UNCASED_TITLES: Final = _words("""
মো মোঃ মোহাম্মদ মি মিঃ মিস্টার জনাব ডা ডাঃ ড ডক্টর অধ্যাপক অধ্যক্ষ প্রেসিডেন্ট রাষ্ট্রপতি প্রধানমন্ত্রী মন্ত্রী উপমন্ত্রী
প্রতিমন্ত্রী নেতা নেত্রী মেয়র চেয়ারম্যান সভাপতি সম্পাদক সচিব পরিচালক মহাপরিচালক কমিশনার ওসি এসপি এসআই এএসপি ডিসি
ইউএনও এমডি সিইও কোচ অধিনায়ক মুখপাত্র মালিক চালক স্ত্রী স্বামী ছেলে মেয়ে ভাই বোন বাবা মা চাচা মামা বিচারক বিচারপতি
হাকিম আইনজীবী অ্যাডভোকেট ইঞ্জিনিয়ার প্রকৌশলী চিকিৎসক শিক্ষক শিক্ষিকা ছাত্র ছাত্রী শিক্ষার্থী কর্মকর্তা প্রশাসক
সুপার ইন্সপেক্টর পরিদর্শক কনস্টেবল ম্যাজিস্ট্রেট সাংসদ এমপি সদস্য খেলোয়াড় গোলরক্ষক অভিনেতা অভিনেত্রী গায়ক গায়িকা
পরিচালিকা লেখক কবি শেখ সৈয়দ আসামি নামের বাদী রাষ্ট্রদূত উপাচার্য মাঝি ব্যবসায়ী কৃষক জেনারেল মেজর কর্নেল ক্যাপ্টেন
शेख श्री श्रीमती डॉ प्रोफेसर राष्ट्रपति प्रधानमंत्री मंत्री मुख्यमंत्री राज्यपाल महापौर अध्यक्ष सचिव निदेशक आयुक्त जिलाधिकारी
कलेक्टर एसपी डीएम कप्तान कोच प्रवक्ता मालिक पत्नी पति विधायक सांसद नेता न्यायाधीश वकील अधिवक्ता इंस्पेक्टर थानाध्यक्ष
अधिकारी आरोपी अभिनेता अभिनेत्री गायक छात्र शिक्षक
ڈاکٹر پروفیسر صدر وزیراعظم وزیر گورنر میئر چیئرمین سیکرٹری سیکریٹری ڈائریکٹر کمشنر ڈپٹی ترجمان کپتان کوچ جج وکیل سینیٹر رہنما
مولانا جنرل انسپکٹر اداکار اداکارہ جسٹس مملکت سفیر اعلیٰ اعلی وزیراعلیٰ وزیراعلی چیف مشیر معاون نائب سربراہ قائد علامہ سردار
چودھری حاجی ملزم مفتی خادم اوپنر باؤلر بولر بلے باز سپنر اسپنر کرکٹر کھلاڑی آل راؤنڈر کیپر سیکرٹری مندوب ایڈووکیٹ میجر کرنل کیپٹن بریگیڈیئر
رئیس رئيس الرئيس وزير الوزير والي الوالي الولاية مدير مديرة المدير المديرة محافظ عمدة السيد السيدة الدكتور الدكتورة الشيخ
القائد اللواء العقيد النائب السفير الأمين المتحدث المدرب القاضي المحامي مدرب مدربة
آقای خانم دکتر رئیس‌جمهور استاندار فرماندار سخنگوی مدیرکل
""") - _words("শেখ शेख")
TITLE_ENDINGS: Final = tuple(
    _words("মন্ত্রী সচিব পরিচালক শিক্ষক কর্মকর্তা নেতা সভাপতি সম্পাদক প্রকৌশলী চেয়ারম্যান মেয়র मंत्री निदेशक")
)
# Verbs of speech after the speaker; Hindi and Urdu mark him by a particle.
SPEECH_AFTER: Final = _words("""
বলেন বলেছেন বলছেন জানান জানিয়েছেন জানাচ্ছেন মন্তব্য দাবি ने نے گفت افزود
""") - _words("মন্তব্য দাবি")
# Arabic verbs stand before the speaker.
UNCASED_SPEECH_BEFORE: Final = _words("""
قال قالت وقال وقالت أكد أكدت وأكد وأكدت أضاف أضافت وأضاف وأضافت أعلن أعلنت وأعلن وأعلنت صرح صرحت وصرح
أوضح أوضحت وأوضح وأوضحت
""")
FAMILY_NAMES: Final = _words("""
রহমান হোসেন হোসাইন হাসান ইসলাম আলী আলি খান মিয়া মিঞা বেগম খাতুন আক্তার আখতার আহমেদ আহমদ উদ্দিন উদ্দীন চৌধুরী
শেখ মোল্লা মণ্ডল মন্ডল তালুকদার হাওলাদার ভূঁইয়া ভূইয়া সিকদার শিকদার মজুমদার দাস দাশ সাহা ঘোষ সেন গুপ্ত
দত্ত চক্রবর্তী ভট্টাচার্য মুখার্জি ব্যানার্জি চ্যাটার্জি বন্দ্যোপাধ্যায় মুখোপাধ্যায় চট্টোপাধ্যায় কবির করিম
হক আলম কামাল পারভীন পারভিন সুলতানা ইয়াসমিন ফকির প্রামাণিক বাড়ৈ হালদার মাহমুদ জামান সিদ্দিকী কাজী
शर्मा वर्मा सिंह कुमार कुमारी यादव मिश्रा मिश्र गुप्ता पांडे पांडेय तिवारी शुक्ला द्विवेदी त्रिपाठी चौधरी ठाकुर झा खान अंसारी
पटेल जोशी देशमुख पाटिल नायर रेड्डी राव मेहता अग्रवाल जैन चौहान राठौर सक्सेना श्रीवास्तव बेगम अली
خان علی چوہدری شاہ قریشی بٹ بیگم حسین احمد بھٹی
""")
UNCASED_ORGANISATIONS: Final = _words("""
ব্যাংক ক্লাব সমিতি কমিশন মন্ত্রণালয় বিশ্ববিদ্যালয় লীগ পার্টি ফেডারেশন অ্যাসোসিয়েশন এসোসিয়েশন পরিষদ কোম্পানি
লিমিটেড ফাউন্ডেশন সার্ভিস ব্যাটালিয়ন চক্র বোর্ড ট্রাস্ট কাউন্সিল সংঘ অধিদপ্তর করপোরেশন কর্পোরেশন গ্রুপ
बैंक क्लब आयोग मंत्रालय विश्वविद्यालय पार्टी संघ परिषद कंपनी निगम बोर्ड
بینک کلب کمیشن یونیورسٹی پارٹی
""")
# Bengali and Hindi words before an organisation's noun that name no particular one.
GENERIC: Final = _words("""
কেন্দ্রীয় বাণিজ্যিক তদন্ত রাষ্ট্রায়ত্ত রাজনৈতিক সরকারি বেসরকারি স্থানীয় বিভিন্ন দেশের বিরোধী ইউনিয়ন মানবাধিকার
নিরাপত্তা উপজেলা জেলা উপদেষ্টা পরিচালনা निर्माण निजी सरकारी स्थानीय जांच राजनीतिक विपक्षी केंद्रीय
""")
# Letters of the Latin alphabet as Urdu and Hindi spell them: pieces of abbreviations and initials.
LETTERS: Final = _words("""
اے بی سی ڈی ای ایف جی ایچ آئی جے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ
ए बी सी डी ई एफ जी एच आई जे एल एम एन ओ पी क्यू आर एस टी यू वी
""")
# Words of news that name nobody: in Bengali after a title, in Urdu and Hindi before the particle of
# the one who acts.
ORDINARY_NOUNS: Final = _words("""
জামিন আবেদন মামলা হত্যা অভিযোগ আন্দোলন বৈঠক সংবাদ সম্মেলন অভিযান তদন্ত রিমান্ড রিমান্ডে গ্রেপ্তার আটক পলাতক নিহত আহত
উদ্ধার পরিদর্শন ঘটনাস্থল মরদেহ লাশ হাসপাতাল হাসপাতালে ভর্তি চিকিৎসা সংকট নিয়োগ পদত্যাগ যোগদান শপথ পক্ষ পক্ষের কর্তৃপক্ষ
পরিবার স্বজন দায়িত্ব পালন অংশগ্রহণ উদ্বোধন ঘোষণা প্রকাশ হতাশ আশাবাদী আদালত আদালতে থানা থানায় মানববন্ধন বিক্ষোভ
ধর্মঘট ক্ষতিপূরণ বেতন ভাতা শুনানি শাস্তি কারাগারে কারাদণ্ড যাবজ্জীবন মৃত্যুদণ্ড স্মারকলিপি হামলা হুমকি সাক্ষাৎ সফর
নির্বাচিত মনোনীত জয়ী বিজয়ী পরাজিত অসুস্থ উপলক্ষে শুভ উপহার পুরস্কার চাঁদাবাজি দুর্নীতির
عدالت ٹیم ٹیموں خصوصی جبکہ فاتح مہمان میزبان میچ آفیشلز بورڈ حکام ذرائع وفاقی صوبائی قومی مقامی سیکیورٹی فورسز افراد شہریوں
مظاہرین کارکنوں ملزمان کمیٹی ادارے اداروں شخص خاتون نوجوان بچے پہلے دوسرے تیسرے دونوں کئی ہزاروں سینکڑوں دوران دنیا
امریکی چینی بھارتی پاکستانی افغان ایرانی روسی برطانوی جرمن فرانسیسی اسرائیلی فلسطینی بنگلہ دیشی آسٹریلوی انگلش سعودی ترک
آباد حملہ آور شمالی مشرقی مغربی بیرون امور پروگرام سکول سکولوں اسکول حکومتی پنجاب سندھ بلوچستان
अदालत कोर्ट टीम टीमों अधिकारियों परिजनों ग्रामीणों युवक महिला व्यक्ति आरोपियों विपक्ष केंद्र राज्य स्थानीय भारतीय अमेरिकी चीनी पाकिस्तानी
पहले दूसरे दोनों कई सभी जिला
""")
# Nouns that Bengali joins with `জানান` (to express): not the speaker.
EXPRESSED: Final = _words("""
ধন্যবাদ স্বাগত শুভেচ্ছা শ্রদ্ধা দাবি আহ্বান অভিনন্দন প্রতিবাদ নিন্দা শোক অনুরোধ সমবেদনা কৃতজ্ঞতা আমন্ত্রণ তথ্য কথা
সমর্থন আপত্তি উদ্বেগ সমবেদনা সাংবাদিকদের সাংবাদিকদেরকে এমনটা এমনটাই এসব এটা বক্তব্য প্রতিক্রিয়ায় উল্লেখ
""")
