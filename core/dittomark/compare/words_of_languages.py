"""Common words by language, which do not count as similarity when two articles share them.

Function words, everyday verbs and words of news ("yesterday", "government"), selected by hand for
seventeen languages (of Bengali and Indonesian those that `common_words` lacks), unfolded. The
existing list of wordfreq would be better and larger, but its data are under CC BY-SA, which is not
compatible with the licence of this program.

Limits: in other languages only the rarity of a word counts.
"""

from typing import Final

COMMON: Final = {
    "bn": """
গতকাল আজকে আগামীকাল আগামী সরকার সরকারি সরকারের বেসরকারি জানিয়ে জানানো পুলিশ পুলিশের ঘটনা ঘটনার ঘটনায় মানুষ
মানুষের ব্যক্তি ব্যক্তিরা সংবাদ সংবাদমাধ্যম সাংবাদিক সাংবাদিকদের খবর প্রতিনিধি প্রতিবেদক কর্মকর্তা কর্মকর্তারা স্থানীয়
এলাকা এলাকার এলাকায় জেলা জেলার উপজেলা উপজেলার বাংলাদেশ বাংলাদেশের রাত রাতে সকাল সকালে দুপুরে বিকেলে সন্ধ্যায় শনিবার
রোববার রবিবার সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার লাখ কোটি টাকা টাকার মোট অন্তত হলেও এছাড়াও সম্প্রতি বর্তমানে
বর্তমান সাবেক প্রধান সাধারণ বিশেষ জাতীয় সভা সভাপতি সভায় অনুষ্ঠান অনুষ্ঠানে অনুষ্ঠিত উপস্থিত বক্তব্য দাবি অভিযোগ
ব্যবস্থা গ্রহণ তথ্য মাস মাসের মাসে সপ্তাহ ঘণ্টা মিনিট সূত্র সূত্রে উদ্দেশ্যে পক্ষ থেকেই করেও হিসাবে অবস্থায়
""",
    "hi": """
और के का की को में से पर है हैं था थे थी यह वह इस उस एक ने कि जो तो भी हो कर किया करने गया गई गए बाद लिए साथ ही तक अपने
कहा बताया दिया सकता सकते रहा रहे रही हुआ हुई हुए नहीं कोई कुछ जब तब यहां वहां लेकिन या अब फिर सरकार पुलिस लोगों लोग
दिन साल बीच दौरान खिलाफ तरह मामले मामला जानकारी
""",
    "ur": """
اور کے کا کی کو میں سے پر ہے ہیں تھا تھے تھی یہ وہ اس ان ایک نے کہ جو تو بھی ہو کر کیا کرنے گیا گئی گئے بعد لئے لیے ساتھ ہی تک
اپنے کہا بتایا دیا سکتا سکتے رہا رہے رہی ہوا ہوئی ہوئے نہیں کوئی کچھ جب اب پھر لیکن یا انہوں جس تمام حکومت پولیس لوگوں لوگ
دن سال دوران خلاف طرح مطابق ہوں گا گے گی کرتے کرتا کرنا والے والی
""",
    "ar": """
في من على إلى عن أن إن كان كانت التي الذي هذا هذه ذلك تلك مع بعد قبل بين حتى خلال عند كما لكن لم لن ما لا هو هي هم قد كل غير
أو ثم حيث منذ أكثر قال قالت وقال وقالت أيضا يوم اليوم عام أمس بعض أي إذا بعد الحكومة رئيس وزير الشرطة
""",
    "fa": """
در از به که این آن را با برای است بود شد شده می نیز هم یا تا بر اما اگر هر یک دو گفت کرد کرده کند دارد باید خود ما آنها وی
پس پیش بین روز سال دولت پلیس گزارش درباره بیش دیگر همه هیچ
""",
    "es": """
que del los las una uno por con para como más pero sus sin sobre este esta entre cuando también hasta desde donde todo todos
han fue son ser está era muy años año hay porque sólo solo según tras dijo señaló gobierno policía ayer hoy durante otros otra
""",
    "fr": """
les des une que qui dans pour par sur pas plus avec sont est été ont cette ces son ses leur leurs mais aux nous vous ils elle
elles comme tout tous fait après avant depuis entre selon sans sous être avoir deux ans année aussi même gouvernement police
hier aujourd'hui dont ainsi lors encore
""",
    "de": """
der die das und den dem des ein eine einer eines einem einen ist sind war waren wird werden wurde wurden hat haben hatte nicht
mit von für auf als auch nach bei aus sich dass wie oder aber noch nur über zum zur vor durch mehr sie wir ihr sein seine ihre
man kann können soll sollen sagte jahr jahre jahren gestern heute regierung polizei unter gegen seit bis zwei diese dieser
""",
    "pt": """
que não uma com para por mais dos das como mas foi são ele ela seu sua seus suas pelo pela entre quando muito nos já também só
até sem ser está estão tem têm foram sobre depois ano anos segundo disse afirmou governo polícia ontem hoje durante outros
""",
    "it": """
che non una con per più del della dei delle dal dalla nel nella sono stato stata come anche suo sua loro questo questa quando
dopo prima tra fra degli alla alle hanno era essere molto tutti solo già anni anno secondo governo polizia ieri oggi detto
""",
    "ru": """
что как это его она они был была было были для или при уже так все его её если ещё только после также который которая которые
года году лет по из за над под между чтобы может сказал сообщил сообщает заявил вчера сегодня более очень своей свои этого
""",
    "tr": """
bir bu ve ile için çok daha olan olarak gibi kadar sonra önce ancak ama veya her ise değil var yok oldu olduğu olduğunu
edildi etti dedi söyledi belirtti yıl yıllık gün bugün dün hükümet polis tarafından arasında göre üzerinde
""",
    "nl": """
het een van dat die niet met voor zijn was worden wordt werd ook aan bij als maar naar nog heeft hebben had over door uit dan
meer zich deze door volgens jaar jaren gisteren vandaag politie regering tussen tegen kan zou waren geen veel
""",
    "pl": """
nie się jest na do że jak ale czy był była było były przez dla oraz tak też już tylko który która które jego jej ich może
będzie po przed pod nad między roku lat powiedział wczoraj dziś rząd policja według także
""",
    "sv": """
och att det som för med den har inte till är var ett men om hade han hon man från vid ska kan när efter under eller också
sedan över mot mellan enligt säger sade igår idag år regeringen polisen alla mycket
""",
    "vi": """
của và các là có được cho trong với không này đã một những người khi đến từ cũng theo nhiều về sau ra tại trên vào còn sẽ như
năm ngày hôm nay qua việc phải đó đang nhưng để nói biết
""",
    "id": """
dia nya hari tahun lalu kini mengatakan ujar menurut pemerintah polisi kemarin warga tersebut melalui adanya dilakukan
""",
}
