; The setup's own texts in Bengali.
LangString NAME ${LANG_BENGALI} "ডিটোমার্ক"
LangString PROGRAM ${LANG_BENGALI} "ডিটোমার্ক (আবশ্যক)"
LangString DESKTOP ${LANG_BENGALI} "ডেস্কটপে আইকন"
LangString TOO_OLD ${LANG_BENGALI} "ডিটোমার্কের জন্য ৬৪-বিটের উইন্ডোজ ১০ বা তার পরের সংস্করণ দরকার।"
LangString NO_RIGHTS ${LANG_BENGALI} "সবার জন্য ডিটোমার্ক ইনস্টল করতে প্রশাসকের অধিকার লাগে: প্রশাসক হিসেবে এই সেটআপ চালান, অথবা /ALLUSERS ছাড়া চালান।"
LangString RUNNING ${LANG_BENGALI} "ডিটোমার্ক চালু আছে। এটি বন্ধ করে Retry চাপুন।"
LangString KEEP_DATA ${LANG_BENGALI} "সেটিংস আর আপনার প্রকল্পগুলোর স্বয়ংক্রিয় ব্যাকআপও মুছে ফেলবেন?$\r$\n$\r$\nআপনার প্রকল্পের ফাইল কখনো মোছা হবে না।"
